package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.PlanNode;

/** {@code not_applicable because "…"}, which may stand wherever a value may. */
final class NotApplicable {
  private static final String KEY = "not_applicable";

  private NotApplicable() {}

  /** Whether it stands here. */
  static boolean stands(Passage passage) {
    return passage.looksAt(KEY);
  }

  /** Reads it, if it stands here. */
  static Optional<PlanNode> read(Passage passage) {
    if (!stands(passage)) {
      return Optional.empty();
    }
    int start = passage.index();
    PlanNode.Scalar key = passage.scalar(start, start + 1);
    passage.skip(1);
    if (!passage.take("because") || !passage.isKind(passage.index(), Part.Kind.STRING)) {
      passage.report(
          Diagnostic.at(key.span(), Rule.MISSING_VALUE, "`not_applicable` stands without a reason")
              .note("readers must be able to tell a choice from something forgotten")
              .help("write `not_applicable because \"the reason\"`"));
      return Optional.of(key);
    }
    var reason = new PlanNode.Entry(key, passage.term());
    return Optional.of(new PlanNode.Mapping(List.of(reason), passage.since(start)));
  }

  /** Whether a value says so. */
  static boolean is(PlanNode value) {
    return value instanceof PlanNode.Mapping mapping
        && mapping.entries().size() == 1
        && mapping.get(KEY).filter(PlanNode.Scalar.class::isInstance).isPresent();
  }

  /** Such a value as it is written. */
  static String write(PlanNode value) {
    var reason = (PlanNode.Scalar) ((PlanNode.Mapping) value).get(KEY).orElseThrow();
    return KEY + " because " + Quotes.around(reason.text());
  }
}
