package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.tuning.Preference;
import org.planlock.stats.tuning.SelectionRule;
import org.planlock.stats.tuning.TieTolerance;

/**
 * Against R 4.2.2, glmnet 4.1-6, {@code cv.glmnet(..., thresh = 1e-24)}: every fold at a sequence
 * of its own, each fit at the optimum.
 */
class OwnSequenceOptimumTest {
  private static final String RUN = "exact";
  private static final SelectionRule RULE =
      new SelectionRule(
          SelectionRule.Criterion.MINIMUM,
          TieTolerance.absolute(0),
          List.of(Preference.LARGER_L1_RATIO, Preference.LARGER_LAMBDA));

  static Stream<String> cases() {
    return ReferenceCases.GAUSSIAN.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsTheOptimumThatGlmnetApproaches(String name) {
    var reference = GlmnetCase.read(name);
    var alphas = reference.alphas(RUN);
    var ours = CvExecution.own(reference, reference.options(), alphas);
    assertThat(ours.table().unconverged()).isZero();
    assertThat(ours.table().worstKktViolation()).isLessThanOrEqualTo(1e-9);
    for (int line = 0; line < alphas.size(); line++) {
      var theirs = alphas.get(line);
      agreesOnErrors(theirs, ours, line);
      if (!name.equals("collinear")) {
        agreesOnCoefficients(theirs, ours.paths().get(line));
      }
    }
    var chosen = reference.execution(RUN).getAsJsonObject("chosen");
    var cell = RULE.select(ours.table()).cell();
    assertThat(cell.l1Ratio()).isEqualTo(chosen.get("alpha").getAsDouble());
    assertThat(cell.index()).isEqualTo(chosen.get("index").getAsInt() - 1);
  }

  private static void agreesOnErrors(JsonObject theirs, CvExecution ours, int line) {
    var path = ours.paths().get(line);
    var lambda = GlmnetCase.numbers(theirs.getAsJsonArray("lambda"));
    assertThat(path.fits()).as("path length").hasSize(lambda.length);
    assertThat(Deviations.relative(lambda, path.line().lambdas().toArray())).isLessThan(1e-12);
    var cvm = GlmnetCase.numbers(theirs.getAsJsonArray("cvm"));
    var cvsd = GlmnetCase.numbers(theirs.getAsJsonArray("cvsd"));
    assertThat(Deviations.relative(cvm, ours.table().error(line).toArray())).isLessThan(1e-7);
    assertThat(Deviations.relative(cvsd, ours.table().se(line).toArray())).isLessThan(1e-7);
    assertThat(path.fits()).allMatch(fit -> fit.kktViolation() <= 1e-9);
  }

  private static void agreesOnCoefficients(JsonObject theirs, FittedPath path) {
    if (theirs.has("beta")) {
      for (int k = 0; k < path.fits().size(); k++) {
        var beta = GlmnetCase.numbers(theirs.getAsJsonArray("beta").get(k).getAsJsonArray());
        assertThat(Deviations.ofLargest(beta, path.fits().get(k).coefficients().toArray()))
            .as("coefficients %d", k)
            .isLessThan(1e-6);
      }
    }
  }
}
