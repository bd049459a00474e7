package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Labour;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.SelectionRule;
import org.planlock.stats.tuning.SelectionRule.Criterion;

/**
 * Against R 4.2.2, glmnet 4.1-6, {@code cv.glmnet(relax = TRUE, gamma = ...)}. Where gamma 0 is
 * asked for, glmnet blends with 1e-5; {@link Solve#EXACT} takes gamma as it is, so it is asked for
 * 1e-5 there.
 */
class RelaxedAgreementTest {

  @ParameterizedTest
  @CsvSource({
    "binomial_relaxed, default",
    "binomial_relaxed, tight",
    "relaxed, default",
    "relaxed, tight",
    "relaxed_weights_limits, default",
    "relaxed_weights_limits, tight",
    "relaxed_wide, default",
    "relaxed_wide, tight"
  })
  void repeatsTheIteratesOfGlmnet(String name, String run) {
    var reference = GlmnetCase.read(name);
    var options = reference.glmnet(run);
    var strengths = relaxed(reference, run, 0);
    agrees(reference, run, new RelaxedNet(new ElasticNet(options), options), strengths, 1e-8);
  }

  @ParameterizedTest
  @CsvSource({"binomial_relaxed, exact", "binomial_relaxed, exact_common_lambda"})
  void findsTheOptimumOfLogits(String name, String run) {
    exact(name, run);
  }

  @ParameterizedTest
  @CsvSource({
    "relaxed, exact",
    "relaxed, exact_common_lambda",
    "relaxed_weights_limits, exact",
    "relaxed_weights_limits, exact_common_lambda",
    "relaxed_wide, exact",
    "relaxed_wide, exact_common_lambda"
  })
  void findsTheOptimum(String name, String run) {
    exact(name, run);
  }

  private static void exact(String name, String run) {
    var reference = GlmnetCase.read(name);
    var options = reference.options();
    var strengths = relaxed(reference, run, 1e-5);
    agrees(reference, run, new RelaxedNet(new ElasticNet(options), options), strengths, 1e-7);
  }

  private static List<Double> gammas(GlmnetCase reference, double instead) {
    return Arrays.stream(GlmnetCase.numbers(reference.json().getAsJsonArray("gammas")))
        .mapToObj(gamma -> gamma == 0 ? instead : gamma)
        .toList();
  }

  private static Strengths relaxed(GlmnetCase reference, String run, double insteadOf0) {
    var gammas = gammas(reference, insteadOf0);
    if (!run.equals("exact_common_lambda")) {
      return ((OwnSequences) reference.asked(run)).gammas(gammas.toArray(Double[]::new));
    }
    var lines = new ArrayList<TuningLine>();
    for (var line : reference.grid(run).lines()) {
      gammas.forEach(gamma -> lines.add(new TuningLine(line.l1Ratio(), gamma, line.lambdas())));
    }
    return new TuningGrid(lines);
  }

  private static void agrees(
      GlmnetCase reference, String run, PathSolver solver, Strengths strengths, double tolerance) {
    var paths = solver.paths(reference.sample(), strengths);
    int perRatio = reference.json().getAsJsonArray("gammas").size();
    var alphas = reference.alphas(run);
    for (int a = 0; a < alphas.size(); a++) {
      var lines = alphas.get(a).getAsJsonObject("relaxed").getAsJsonArray("lines");
      var own = paths.subList(a * perRatio, (a + 1) * perRatio);
      var table = validated(reference, solver, own, strengthsOf(strengths, a, perRatio));
      for (int g = 0; g < perRatio; g++) {
        var expected = lines.get(g).getAsJsonObject();
        agreesOnCoefficients(own.get(g), expected, tolerance == 1e-8 ? 1e-8 : 1e-6);
        agrees(expected.getAsJsonArray("cvm"), table.error(g), tolerance);
        agrees(expected.getAsJsonArray("cvsd"), table.se(g), tolerance);
      }
      agreesOnTheChoice(table, alphas.get(a).getAsJsonObject("relaxed"));
    }
  }

  /** The lines of one l1Ratio, which is what one call of cv.glmnet chooses from. */
  private static Strengths strengthsOf(Strengths all, int a, int perRatio) {
    return all instanceof OwnSequences own
        ? new OwnSequences(
            List.of(own.l1Ratios().get(a)), own.count(), own.smallest(), own.gammas())
        : new TuningGrid(((TuningGrid) all).lines().subList(a * perRatio, (a + 1) * perRatio));
  }

  private static CvTable validated(
      GlmnetCase reference, PathSolver solver, List<FittedPath> paths, Strengths strengths) {
    var grid = new TuningGrid(paths.stream().map(FittedPath::line).toList());
    return new CrossValidation(solver, strengths, grid, reference.aggregation(), reference.loss())
        .evaluate(
            List.of(reference.folds()),
            reference.sample().outcome().toArray(),
            reference.sample().weights().toArray(),
            FoldPreparation.splitting(reference.sample()),
            Labour.on(2));
  }

  private static void agrees(JsonArray expected, DoubleVector found, double tolerance) {
    var numbers = GlmnetCase.numbers(expected);
    assertThat(found.size()).isEqualTo(numbers.length);
    for (int k = 0; k < numbers.length; k++) {
      assertThat(found.at(k))
          .as("lambda %d", k)
          .isCloseTo(numbers[k], within(tolerance * numbers[k]));
    }
  }

  private static void agreesOnCoefficients(FittedPath path, JsonObject expected, double tolerance) {
    if (!expected.has("beta")) {
      return;
    }
    for (int k = 0; k < path.fits().size(); k++) {
      var fit = path.fits().get(k);
      var beta = GlmnetCase.numbers(expected.getAsJsonArray("beta").get(k).getAsJsonArray());
      double largest = Arrays.stream(beta).map(Math::abs).max().orElse(0);
      for (int j = 0; j < beta.length; j++) {
        assertThat(fit.coefficients().at(j))
            .as("gamma %s lambda %d column %d", path.line().gamma(), k, j)
            .isCloseTo(beta[j], within(tolerance * largest));
      }
    }
  }

  private static void agreesOnTheChoice(CvTable table, JsonObject expected) {
    var min = SelectionRule.ofGlmnet(Criterion.MINIMUM).select(table).cell();
    var near = SelectionRule.ofGlmnet(Criterion.ONE_STANDARD_ERROR).select(table).cell();
    var atMin = GlmnetCase.numbers(expected.getAsJsonArray("index_min"));
    var atNear = GlmnetCase.numbers(expected.getAsJsonArray("index_1se"));
    assertThat(List.of(min.index() + 1.0, min.line() + 1.0)).containsExactly(atMin[0], atMin[1]);
    assertThat(List.of(near.index() + 1.0, near.line() + 1.0))
        .containsExactly(atNear[0], atNear[1]);
  }
}
