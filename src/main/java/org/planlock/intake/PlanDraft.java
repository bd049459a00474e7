package org.planlock.intake;

import java.util.List;
import org.planlock.syntax.PlanNode;

/**
 * A plan that somebody is going to finish: what is known, and what is to be read beside it.
 *
 * @param remarks comments that belong to something in the tree
 * @param quotes what a source says of things that the tree leaves open
 */
public record PlanDraft(PlanNode.Mapping tree, List<Remark> remarks, List<Quote> quotes) {
  public PlanDraft {
    remarks = List.copyOf(remarks);
    quotes = List.copyOf(quotes);
  }

  /**
   * A comment above a part of the plan.
   *
   * @param path as {@link org.planlock.syntax.TreePaths} names it
   */
  public record Remark(String path, String text) {}

  /**
   * Words of a source that do not become a value, kept beside the open field that they speak of.
   *
   * @param field the id of a coverage field, such as {@code C1}; empty if they speak of none
   * @param place where they stand in the source, such as {@code Nodes[0].Model.X}
   * @param topic what the source calls it
   */
  public record Quote(String field, String place, String topic, String sentence) {}
}
