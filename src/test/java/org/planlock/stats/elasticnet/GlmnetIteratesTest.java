package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.tuning.CvTable;

/**
 * Against R 4.2.2, glmnet 4.1-6, {@code cv.glmnet(...)} with sequences of its own, at its default
 * threshold and at 1e-14: the same passes, so the same numbers to rounding, optimum or not.
 */
class GlmnetIteratesTest {
  static Stream<Arguments> cases() {
    return ReferenceCases.runs(ReferenceCases.GAUSSIAN, "default", "tight");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void takesTheStepsThatGlmnetTakes(String name, String run) {
    var reference = GlmnetCase.read(name);
    double threshold = reference.execution(run).get("thresh").getAsDouble();
    var options =
        reference
            .options()
            .solve(Solve.GLMNET)
            .stopping(Stopping.usual().threshold(threshold).maxPasses(1_000_000_000));
    var alphas = reference.alphas(run);
    var ours = CvExecution.own(reference, options, alphas);
    for (int line = 0; line < alphas.size(); line++) {
      agreesOnThePath(name, alphas.get(line), ours.paths().get(line));
      agreesOnErrors(name, alphas.get(line), ours.table(), line);
    }
  }

  private static void agreesOnThePath(String name, JsonObject theirs, FittedPath path) {
    var lambda = GlmnetCase.numbers(theirs.getAsJsonArray("lambda"));
    assertThat(path.fits()).as("path length").hasSize(lambda.length);
    assertThat(Deviations.relative(lambda, path.line().lambdas().toArray())).isLessThan(1e-12);
    if (name.equals("collinear")) {
      return;
    }
    assertThat(path.passes()).as("passes").isEqualTo(theirs.get("npasses").getAsInt());
    assertThat(path.fits().stream().mapToInt(ElasticNetFit::nonzero).toArray())
        .isEqualTo(
            Arrays.stream(GlmnetCase.numbers(theirs.getAsJsonArray("nzero")))
                .mapToInt(d -> (int) d)
                .toArray());
    if (theirs.has("beta")) {
      for (int k = 0; k < lambda.length; k++) {
        var beta = GlmnetCase.numbers(theirs.getAsJsonArray("beta").get(k).getAsJsonArray());
        assertThat(Deviations.ofLargest(beta, path.fits().get(k).coefficients().toArray()))
            .as("coefficients %d", k)
            .isLessThan(1e-9);
      }
    }
  }

  private static void agreesOnErrors(String name, JsonObject theirs, CvTable table, int line) {
    double tolerance = name.equals("collinear") ? 1e-4 : 1e-9;
    var cvm = GlmnetCase.numbers(theirs.getAsJsonArray("cvm"));
    var cvsd = GlmnetCase.numbers(theirs.getAsJsonArray("cvsd"));
    assertThat(Deviations.relative(cvm, table.error(line).toArray()))
        .as("cvm")
        .isLessThan(tolerance);
    assertThat(Deviations.relative(cvsd, table.se(line).toArray()))
        .as("cvsd")
        .isLessThan(tolerance);
  }
}
