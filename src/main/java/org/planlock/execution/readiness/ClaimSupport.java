package org.planlock.execution.readiness;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.execution.sample.ExpressionNames;
import org.planlock.plan.Plan;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.inference.Hypothesis;

/** What hypotheses, nulls and branches say that cannot be carried out. */
final class ClaimSupport {
  private static final List<String> OF_A_NULL = List.of("p_value", "p_holm");

  private final Unsupported unsupported;

  ClaimSupport(Unsupported unsupported) {
    this.unsupported = unsupported;
  }

  void check(Plan plan) {
    for (var hypothesis : plan.hypotheses().orElse(List.of())) {
      criteria(hypothesis)
          .forEach(
              criterion ->
                  OF_A_NULL.stream()
                      .filter(function -> ExpressionNames.calls(criterion.node(), function))
                      .forEach(function -> pValue(hypothesis, function)));
    }
    plan.inference().stated().flatMap(inference -> inference.nulls().stated()).stream()
        .flatMap(List::stream)
        .forEach(
            nulls ->
                unsupported.add(
                    "inference.nulls[" + nulls.hypothesis() + "]",
                    "the permutation null of `" + nulls.hypothesis() + "`",
                    "state the criterion by sizes and signs, or execute with a later version"));
    if (!plan.contingency().orElse(List.of()).isEmpty()) {
      unsupported.add(
          "contingency",
          "`contingency`, a branch that depends on data,",
          "register one course, and the others as variants of `sensitivity`");
    }
  }

  private void pValue(Hypothesis hypothesis, String function) {
    unsupported.add(
        "hypotheses." + hypothesis.id(),
        "`" + function + "` in the criteria of `" + hypothesis.id() + "`",
        "a p value needs its null; state the criterion by sizes and signs");
  }

  private static Stream<Expression> criteria(Hypothesis hypothesis) {
    return Stream.concat(
        Stream.of(hypothesis.corroborated()), hypothesis.falsified().stated().stream());
  }
}
