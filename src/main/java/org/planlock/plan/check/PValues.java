package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.inference.Hypothesis;
import org.planlock.syntax.ExpressionNode;

/** Where hypotheses speak of p values. */
final class PValues {
  private static final List<String> FUNCTIONS = List.of("p_value", "p_holm");

  private PValues() {}

  /** Every call of a function of p values in a hypothesis. */
  static Stream<ExpressionNode.Call> in(Hypothesis hypothesis) {
    return conditions(hypothesis)
        .flatMap(condition -> FUNCTIONS.stream().flatMap(f -> PlanExpressions.calls(condition, f)));
  }

  /** The hypotheses that rest on a p value. */
  static List<String> users(PlanFacts facts) {
    return facts.hypotheses().stream()
        .filter(hypothesis -> in(hypothesis).findAny().isPresent())
        .map(Hypothesis::id)
        .toList();
  }

  /** The hypothesis whose p value a call means. */
  static String subject(ExpressionNode.Call call) {
    return call.arguments().stream().findFirst().flatMap(PlanExpressions::word).orElse("");
  }

  private static Stream<Expression> conditions(Hypothesis hypothesis) {
    return Stream.concat(
        Stream.of(hypothesis.corroborated()), hypothesis.falsified().stated().stream());
  }
}
