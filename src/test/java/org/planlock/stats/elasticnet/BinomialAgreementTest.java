package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.Labour;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.LineChoice;
import org.planlock.stats.tuning.Loss;
import org.planlock.stats.tuning.Preference;
import org.planlock.stats.tuning.SelectionRule;
import org.planlock.stats.tuning.TieTolerance;

/**
 * Against R 4.2.2, glmnet 4.1-6, {@code cv.glmnet(family = "binomial", ...)}: its iterates with
 * {@link Solve#GLMNET}, and the optimum with {@link Solve#EXACT}, which its runs at thresh 1e-20
 * come close to.
 */
class BinomialAgreementTest {
  private static final SelectionRule RULE =
      new SelectionRule(
          SelectionRule.Criterion.MINIMUM,
          TieTolerance.absolute(0),
          List.of(Preference.LARGER_L1_RATIO, Preference.LARGER_LAMBDA));

  static Stream<Arguments> iterates() {
    return ReferenceCases.runs(ReferenceCases.BINOMIAL, "default", "tight");
  }

  static Stream<Arguments> optima() {
    return ReferenceCases.runs(ReferenceCases.BINOMIAL, "exact");
  }

  static Stream<Arguments> commonOptima() {
    return ReferenceCases.runs(ReferenceCases.BINOMIAL, "exact_common_lambda");
  }

  @ParameterizedTest
  @MethodSource("iterates")
  void repeatsTheIteratesOfGlmnet(String name, String run) {
    var reference = GlmnetCase.read(name);
    var solver = new ElasticNet(reference.glmnet(run));
    var paths = solver.paths(reference.sample(), reference.asked(run));
    var alphas = reference.alphas(run);
    for (int line = 0; line < alphas.size(); line++) {
      agreesOnThePath(paths.get(line), alphas.get(line), 1e-12, 1e-8);
      int passes = paths.get(line).fits().stream().mapToInt(ElasticNetFit::iterations).sum();
      assertThat(passes).isEqualTo(alphas.get(line).get("npasses").getAsInt());
    }
    var table = validated(reference, solver, paths, reference.asked(run));
    agreesOnErrors(reference, run, table, paths, 1e-8);
  }

  @ParameterizedTest
  @MethodSource("optima")
  void findsTheOptimumOnSequencesOfItsOwn(String name, String run) {
    var reference = GlmnetCase.read(name);
    var solver = new ElasticNet(reference.options());
    var paths = solver.paths(reference.sample(), reference.asked(run));
    var alphas = reference.alphas(run);
    for (int line = 0; line < alphas.size(); line++) {
      assertThat(paths.get(line).converged()).isTrue();
      agreesOnThePath(paths.get(line), alphas.get(line), 1e-9, 1e-6);
    }
    var table = validated(reference, solver, paths, reference.asked(run));
    assertThat(table.unconverged()).isZero();
    assertThat(table.worstKktViolation()).isLessThanOrEqualTo(1e-9);
    agreesOnErrors(reference, run, table, paths, 1e-7);
  }

  @ParameterizedTest
  @MethodSource("commonOptima")
  void findsTheOptimumOnOneSequence(String name, String run) {
    var reference = GlmnetCase.read(name);
    var solver = new ElasticNet(reference.options());
    var grid = reference.grid(run);
    var paths = solver.paths(reference.sample(), grid);
    var table = validated(reference, solver, paths, grid);
    assertThat(table.unconverged()).isZero();
    assertThat(table.worstKktViolation()).isLessThanOrEqualTo(1e-9);
    agreesOnErrors(reference, run, table, paths, 1e-7);
  }

  private static CvTable validated(
      GlmnetCase reference, PathSolver solver, List<FittedPath> paths, Strengths strengths) {
    var lines = new ArrayList<TuningLine>();
    paths.forEach(path -> lines.add(path.line()));
    return new CrossValidation(
            solver,
            strengths,
            new TuningGrid(lines),
            reference.aggregation(),
            Loss.BINOMIAL_DEVIANCE)
        .evaluate(
            List.of(reference.folds()),
            reference.sample().outcome().toArray(),
            reference.sample().weights().toArray(),
            FoldPreparation.splitting(reference.sample()),
            Labour.on(2));
  }

  static void agreesOnThePath(
      FittedPath path, JsonObject expected, double onLambda, double onCoefficients) {
    var lambdas = GlmnetCase.numbers(expected.getAsJsonArray("lambda"));
    assertThat(path.fits()).hasSize(lambdas.length);
    for (int k = 0; k < lambdas.length; k++) {
      assertThat(path.line().lambdas().at(k)).isCloseTo(lambdas[k], within(onLambda * lambdas[k]));
      if (expected.has("beta")) {
        var fit = path.fits().get(k);
        var beta = GlmnetCase.numbers(expected.getAsJsonArray("beta").get(k).getAsJsonArray());
        double intercept = expected.getAsJsonArray("intercept").get(k).getAsDouble();
        double largest = Arrays.stream(beta).map(Math::abs).max().orElse(0);
        for (int j = 0; j < beta.length; j++) {
          assertThat(fit.coefficients().at(j))
              .as("lambda %d column %d", k, j)
              .isCloseTo(beta[j], within(onCoefficients * largest));
        }
        assertThat(fit.intercept())
            .as("intercept at lambda %d", k)
            .isCloseTo(intercept, within(onCoefficients * Math.max(1, Math.abs(intercept))));
      }
    }
  }

  private static void agreesOnErrors(
      GlmnetCase reference, String run, CvTable table, List<FittedPath> paths, double tolerance) {
    var alphas = reference.alphas(run);
    for (int line = 0; line < alphas.size(); line++) {
      var one = alphas.get(line);
      var cvm = GlmnetCase.numbers(one.getAsJsonArray("cvm"));
      var cvsd = GlmnetCase.numbers(one.getAsJsonArray("cvsd"));
      for (int k = 0; k < cvm.length; k++) {
        var cell = "l1Ratio %s lambda %d".formatted(one.get("alpha"), k);
        assertThat(table.error(line, k)).as(cell).isCloseTo(cvm[k], within(tolerance * cvm[k]));
        assertThat(table.se(line, k)).as(cell).isCloseTo(cvsd[k], within(tolerance * cvsd[k]));
      }
      var choice = LineChoice.of(table, line);
      assertThat(choice.indexMin() + 1).isEqualTo(one.get("index_min").getAsInt());
      assertThat(choice.indexOneSe() + 1).isEqualTo(one.get("index_1se").getAsInt());
    }
    agreesOnTheChoice(reference, run, table, paths, tolerance == 1e-8 ? 1e-8 : 1e-6);
  }

  private static void agreesOnTheChoice(
      GlmnetCase reference, String run, CvTable table, List<FittedPath> paths, double tolerance) {
    var chosen = reference.execution(run).getAsJsonObject("chosen");
    var cell = RULE.select(table).cell();
    assertThat(cell.l1Ratio()).isEqualTo(chosen.get("alpha").getAsDouble());
    assertThat(cell.index() + 1).isEqualTo(chosen.get("index").getAsInt());
    var fit = paths.get(cell.line()).fits().get(cell.index());
    var theirs = chosen.getAsJsonObject("coefficients");
    var coefficients =
        reference.strings("predictors").stream()
            .mapToDouble(name -> theirs.get(name).getAsDouble())
            .toArray();
    assertThat(Deviations.ofLargest(coefficients, fit.coefficients().toArray()))
        .isLessThan(tolerance);
    var link = GlmnetCase.numbers(chosen.getAsJsonArray("fitted_link"));
    assertThat(Deviations.ofLargest(link, fit.predict(reference.sample().predictors()).toArray()))
        .isLessThan(tolerance);
  }
}
