package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.syntax.PlanNode;

/** Whether what is read back says what was written, where this notation knows one shape only. */
final class Alike {
  private static final String NONE = "none";

  private Alike() {}

  static boolean is(PlanNode said, PlanNode back) {
    return said.sameAs(back)
        || isAlone(said, back)
        || isSameExpression(said, back)
        || isListed(said, back)
        || Abort.isSame(said, back)
        || CountsAs.isSame(said, back);
  }

  /** One value where a list stands is a list of it, and {@code none} is the empty one. */
  private static boolean isAlone(PlanNode said, PlanNode back) {
    if (!(said instanceof PlanNode.Scalar scalar) || !(back instanceof PlanNode.Sequence list)) {
      return false;
    }
    return scalar.text().strip().equals(NONE)
        ? list.items().isEmpty()
        : list.items().size() == 1 && scalar.sameAs(list.items().get(0));
  }

  private static boolean isListed(PlanNode said, PlanNode back) {
    return said instanceof PlanNode.Mapping mapping
        && LambdaGrid.listed(mapping).filter(list -> is(list, back)).isPresent();
  }

  /** {@code a and b} as one text says what the list under {@code all} says. */
  private static boolean isSameExpression(PlanNode said, PlanNode back) {
    if (said instanceof PlanNode.Mapping left && back instanceof PlanNode.Mapping right) {
      return conditions(left, "all").filter(a -> areSame(a, conditions(right, "all"))).isPresent();
    }
    return !(said instanceof PlanNode.Scalar && back instanceof PlanNode.Scalar)
        && expression(said)
            .filter(text -> expression(back).filter(other -> same(text, other)).isPresent())
            .isPresent();
  }

  private static boolean areSame(List<PlanNode> said, Optional<List<PlanNode>> back) {
    var other = back.orElse(List.of());
    if (said.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < said.size(); i++) {
      var left = Forms.text(said.get(i));
      var right = Forms.text(other.get(i));
      if (left.isEmpty()
          || right.isEmpty()
          || !(same(left.get(), right.get()) || same("(" + left.get() + ")", right.get()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(String left, String right) {
    return left.strip().replaceAll("\\s+", " ").equals(right.strip().replaceAll("\\s+", " "));
  }

  /** The text of an expression; the conditions under {@code all} or {@code any} are joined. */
  static Optional<String> expression(PlanNode value) {
    if (value instanceof PlanNode.Mapping mapping) {
      return conditions(mapping, "all")
          .flatMap(items -> joined(items, " and "))
          .or(() -> conditions(mapping, "any").flatMap(items -> joined(items, " or ")));
    }
    return Forms.text(value);
  }

  private static Optional<List<PlanNode>> conditions(PlanNode.Mapping mapping, String joint) {
    return mapping
        .get(joint)
        .filter(list -> mapping.entries().size() == 1)
        .filter(PlanNode.Sequence.class::isInstance)
        .map(list -> ((PlanNode.Sequence) list).items())
        .filter(items -> !items.isEmpty());
  }

  private static Optional<String> joined(List<PlanNode> items, String joint) {
    var texts = items.stream().flatMap(item -> expression(item).stream()).toList();
    if (texts.size() < items.size()) {
      return Optional.empty();
    }
    return Optional.of(
        texts.size() == 1
            ? texts.get(0)
            : texts.stream().map(Alike::enclosed).collect(Collectors.joining(joint)));
  }

  /** A condition as part of a longer one. */
  private static String enclosed(String text) {
    return text.matches("(?s).*\\b(and|or)\\b.*") ? "(" + text + ")" : text;
  }
}
