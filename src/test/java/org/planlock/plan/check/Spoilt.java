package org.planlock.plan.check;

import org.planlock.syntax.PlanNode;

/** A tree in which one word has become another. */
final class Spoilt {
  private static final String WORD = "xyzzy";
  private int left;

  private Spoilt(int index) {
    this.left = index;
  }

  static PlanNode at(PlanNode tree, int index) {
    return new Spoilt(index).copy(tree);
  }

  static int count(PlanNode tree) {
    var counting = new Spoilt(Integer.MAX_VALUE);
    counting.copy(tree);
    return Integer.MAX_VALUE - counting.left;
  }

  private PlanNode copy(PlanNode node) {
    if (node instanceof PlanNode.Scalar scalar) {
      return left-- == 0 ? new PlanNode.Scalar(WORD, scalar.span()) : scalar;
    }
    if (node instanceof PlanNode.Sequence list) {
      return new PlanNode.Sequence(list.items().stream().map(this::copy).toList(), list.span());
    }
    var mapping = (PlanNode.Mapping) node;
    return new PlanNode.Mapping(
        mapping.entries().stream()
            .map(entry -> new PlanNode.Entry(entry.key(), copy(entry.value())))
            .toList(),
        mapping.span());
  }
}
