package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.LineChoice;

/**
 * Against R 4.2.2, glmnet 4.1-6, {@code cv.glmnet(...)} of src/test/R/nets.R: limits, given
 * lambdas, naive updates, awkward data. Its iterates with {@link Solve#GLMNET}, the optimum with
 * {@link Solve#EXACT}.
 */
class MoreGaussianNetsTest {
  static Stream<Arguments> iterates() {
    return ReferenceCases.runs(ReferenceCases.MORE_GAUSSIAN, "default", "tight");
  }

  static Stream<Arguments> optima() {
    return ReferenceCases.runs(ReferenceCases.MORE_GAUSSIAN, "exact", "exact_common_lambda");
  }

  @ParameterizedTest
  @MethodSource("iterates")
  void takesTheStepsThatGlmnetTakes(String name, String run) {
    var reference = GlmnetCase.read(name);
    boolean copies = name.equals("copied_column");
    var ours = CvExecution.of(reference, reference.glmnet(run), reference.asked(run));
    agrees(reference, run, ours, new Tolerances(1e-12, 1e-9, copies ? 1e-4 : 1e-9));
    if (!copies) {
      var alphas = reference.alphas(run);
      for (int line = 0; line < alphas.size(); line++) {
        assertThat(ours.paths().get(line).passes())
            .as("passes")
            .isEqualTo(alphas.get(line).get("npasses").getAsInt());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("optima")
  void findsTheOptimum(String name, String run) {
    var reference = GlmnetCase.read(name);
    var strengths = run.equals("exact_common_lambda") ? reference.grid(run) : reference.asked(run);
    var ours = CvExecution.of(reference, reference.options(), strengths);
    assertThat(ours.table().unconverged()).isZero();
    assertThat(ours.table().worstKktViolation()).isLessThanOrEqualTo(1e-9);
    agrees(reference, run, ours, new Tolerances(1e-9, 1e-6, 1e-7));
  }

  private record Tolerances(double lambda, double coefficients, double errors) {}

  private static void agrees(
      GlmnetCase reference, String run, CvExecution ours, Tolerances within) {
    var alphas = reference.alphas(run);
    for (int line = 0; line < alphas.size(); line++) {
      var path = ours.paths().get(line);
      var lambda = GlmnetCase.numbers(alphas.get(line).getAsJsonArray("lambda"));
      assertThat(path.fits()).as("path length").hasSize(lambda.length);
      for (int k = 0; k < lambda.length; k++) {
        assertThat(Math.abs(path.line().lambdas().at(k) - lambda[k]))
            .isLessThanOrEqualTo(within.lambda() * lambda[k]);
      }
      agreesOnErrors(alphas.get(line), ours.table(), line, within.errors());
      if (!(reference.name().equals("copied_column") && path.line().l1Ratio() == 1)) {
        agreesOnCoefficients(alphas.get(line), path, within.coefficients());
      }
    }
  }

  private static void agreesOnCoefficients(JsonObject theirs, FittedPath path, double tolerance) {
    if (!theirs.has("beta")) {
      return;
    }
    for (int k = 0; k < path.fits().size(); k++) {
      var beta = GlmnetCase.numbers(theirs.getAsJsonArray("beta").get(k).getAsJsonArray());
      assertThat(Deviations.ofLargest(beta, path.fits().get(k).coefficients().toArray()))
          .as("coefficients %d of l1Ratio %s", k, path.line().l1Ratio())
          .isLessThan(tolerance);
    }
  }

  private static void agreesOnErrors(JsonObject theirs, CvTable table, int line, double tolerance) {
    var cvm = GlmnetCase.numbers(theirs.getAsJsonArray("cvm"));
    var cvsd = GlmnetCase.numbers(theirs.getAsJsonArray("cvsd"));
    assertThat(Deviations.relative(cvm, table.error(line).toArray())).isLessThan(tolerance);
    assertThat(Deviations.relative(cvsd, table.se(line).toArray())).isLessThan(tolerance);
    var choice = LineChoice.of(table, line);
    assertThat(choice.indexMin() + 1).isEqualTo(theirs.get("index_min").getAsInt());
    assertThat(choice.indexOneSe() + 1).isEqualTo(theirs.get("index_1se").getAsInt());
  }
}
