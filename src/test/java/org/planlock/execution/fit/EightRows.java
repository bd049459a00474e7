package org.planlock.execution.fit;

import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.Places;
import org.planlock.execution.readiness.Support;
import org.planlock.execution.result.ModelResult;

/** Eight rows and the three columns a, b, c, fitted by whatever a plan says of its penalty. */
final class EightRows {
  /** An outcome that rises with a. */
  static final List<Double> OUTCOME = List.of(1.2, 2.9, 2.8, 5.1, 4.7, 7.2, 6.9, 9.4);

  private static final double[][] X = {
    {1, 0, 2}, {2, 1, 0}, {3, 0, 1}, {4, 1, 3}, {5, 0, 0}, {6, 1, 2}, {7, 0, 1}, {8, 1, 1}
  };

  /** A penalty with an answer to everything. */
  static final String PENALTY =
      """
      family: elastic_net
      objective: glmnet
      l1_ratio: [0.5, 1.0]
      lambda: {values: 5, spacing: log_spaced, from: max, to: 0.01 * max}
      lambda_max: {formula: "max_abs(x'(y - mean(y))) / (n * l1_ratio)", using: analysis_set}
      standardize: false
      intercept: free
      penalty_factor: {every_term: 1}
      """;

  /** Leave-one-out, and the smallest error. */
  static final String VALIDATE =
      """
      scheme: leave_one_out
      loss: {of: squared_error, aggregate: mean over rows}
      select: {minimum: jointly, over: [l1_ratio, lambda]}
      ties: {within: 0 relative, prefer: [larger l1_ratio, larger lambda]}
      """;

  private EightRows() {}

  /**
   * The fitted model, or all that stands against it.
   *
   * @param penalty the keys of a plan's {@code penalty}, as YAML
   * @param validate those of its {@code validate}
   */
  static Checked<ModelResult> fit(List<Double> outcome, String penalty, String validate) {
    var plan =
        Plans.bind(
                "planlock: 1\nplan: {id: p}\nmodels: [{name: m, outcome: y, terms: [a, b, c]}]\n"
                    + ("penalty:\n" + penalty.indent(2))
                    + ("validate:\n" + validate.indent(2)))
            .orThrow();
    var unsupported = Support.check(plan.plan(), new Places(plan));
    if (!unsupported.isEmpty()) {
      return Checked.failed(unsupported);
    }
    var designs = new MatrixDesigns(List.of("a", "b", "c"), X, outcome, false);
    return designs.fitting(plan).fit(Plans.model(plan, "m"));
  }
}
