package org.planlock.intake.document;

import java.util.List;
import org.planlock.intake.PlanDraft;

/**
 * A draft, and the account of where everything in it comes from.
 *
 * @param format what the document was read as
 * @param left what did not become a value: its sentences stand in the draft as comments
 */
public record Imported(
    DocumentFormat format, PlanDraft draft, List<Carried> carried, List<PlanDraft.Quote> left) {
  public Imported {
    carried = List.copyOf(carried);
    left = List.copyOf(left);
  }

  /**
   * A value that carried over.
   *
   * @param place where it stands in the document
   * @param path where it stands in the plan
   */
  public record Carried(String place, String path, String value) {}
}
