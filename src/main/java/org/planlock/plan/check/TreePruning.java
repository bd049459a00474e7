package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.List;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Leaves out of a tree the smallest entry or item at a place.
 *
 * <p>A mapping that lacks something is reported at its first key; where that key alone was left out
 * already, or stands first, the mapping as a whole goes.
 *
 * @param place at which something is wrong
 * @param lost gets the place of what is left out
 */
record TreePruning(Span place, List<Span> lost) {

  PlanNode.Mapping of(PlanNode.Mapping tree) {
    return mapping(tree);
  }

  private PlanNode.Mapping mapping(PlanNode.Mapping mapping) {
    var entries = new ArrayList<PlanNode.Entry>();
    for (var entry : mapping.entries()) {
      var whole = entry.key().span().to(entry.value().span());
      if (!holds(whole)) {
        entries.add(entry);
        continue;
      }
      var inner = inside(entry.value());
      if (!inner.equals(entry.value())) {
        entries.add(new PlanNode.Entry(entry.key(), inner));
      } else {
        lost.add(whole);
      }
    }
    return new PlanNode.Mapping(entries, mapping.span());
  }

  private PlanNode.Sequence sequence(PlanNode.Sequence sequence) {
    var items = new ArrayList<PlanNode>();
    for (var item : sequence.items()) {
      if (!holds(item.span()) && !isFirstKeyOf(item)) {
        items.add(item);
        continue;
      }
      var inner = inside(item);
      if (!inner.equals(item)) {
        items.add(inner);
      } else {
        lost.add(item.span());
      }
    }
    return new PlanNode.Sequence(items, sequence.span());
  }

  /** The node without what is wrong in it; the node itself where all of it is. */
  private PlanNode inside(PlanNode node) {
    if (node instanceof PlanNode.Mapping mapping && !isFirstKeyOf(mapping)) {
      return mapping(mapping);
    }
    return node instanceof PlanNode.Sequence sequence ? sequence(sequence) : node;
  }

  private boolean isFirstKeyOf(PlanNode node) {
    return node instanceof PlanNode.Mapping mapping
        && !mapping.entries().isEmpty()
        && mapping.entries().get(0).key().span().equals(place);
  }

  private boolean holds(Span span) {
    return span.file().name().equals(place.file().name())
        && span.start() <= place.start()
        && place.end() <= span.end();
  }
}
