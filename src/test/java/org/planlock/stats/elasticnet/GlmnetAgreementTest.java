package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.Labour;
import org.planlock.stats.Moments;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.Loss;
import org.planlock.stats.tuning.Preference;
import org.planlock.stats.tuning.SelectionRule;
import org.planlock.stats.tuning.TieTolerance;

/**
 * Against R 4.2.2, glmnet 4.1-6, {@code cv.glmnet(..., lambda = common sequence, thresh = 1e-24)}.
 * At alpha 0 the first lambda of the sequence is only the label of glmnet's own first fit, but
 * given back as a declared lambda it is fitted for real, so this run has no special first column.
 */
class GlmnetAgreementTest {
  private static final String RUN = "exact_common_lambda";
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
    var solver = new ElasticNet(reference.options());
    var grid = reference.grid(RUN);
    var table =
        new CrossValidation(solver, grid, reference.aggregation(), Loss.SQUARED_ERROR)
            .evaluate(
                List.of(reference.folds()),
                reference.sample().outcome().toArray(),
                reference.sample().weights().toArray(),
                FoldPreparation.splitting(reference.sample()),
                Labour.on(2));
    assertThat(table.unconverged()).isZero();
    assertThat(table.worstKktViolation()).isLessThanOrEqualTo(1e-9);
    agreesOnErrors(reference, table);
    agreesOnTheChoice(reference, table, solver);
  }

  private static void agreesOnErrors(GlmnetCase reference, CvTable table) {
    var alphas = reference.alphas(RUN);
    for (int line = 0; line < alphas.size(); line++) {
      var cvm = GlmnetCase.numbers(alphas.get(line).getAsJsonArray("cvm"));
      var cvsd = GlmnetCase.numbers(alphas.get(line).getAsJsonArray("cvsd"));
      for (int k = 0; k < cvm.length; k++) {
        var cell = "l1Ratio %d lambda %d".formatted(line, k);
        assertThat(table.error(line, k)).as(cell).isCloseTo(cvm[k], within(1e-7 * cvm[k]));
        assertThat(table.se(line, k)).as(cell).isCloseTo(cvsd[k], within(1e-7 * cvsd[k]));
      }
    }
  }

  private static void agreesOnTheChoice(GlmnetCase reference, CvTable table, ElasticNet solver) {
    var chosen = reference.execution(RUN).getAsJsonObject("chosen");
    var cell = RULE.select(table).cell();
    assertThat(cell.l1Ratio()).isEqualTo(chosen.get("alpha").getAsDouble());
    assertThat(cell.index()).isEqualTo(chosen.get("index").getAsInt() - 1);
    var fit =
        solver
            .path(reference.sample(), table.grid().lines().get(cell.line()))
            .fits()
            .get(cell.index());
    assertThat(fit.kktViolation()).isLessThanOrEqualTo(1e-9);
    var link = GlmnetCase.numbers(chosen.getAsJsonArray("fitted_link"));
    var fitted = fit.predict(reference.sample().predictors());
    double size = Moments.populationSd(link);
    for (int i = 0; i < link.length; i++) {
      assertThat(fitted.at(i)).isCloseTo(link[i], within(1e-6 * size));
    }
    if (!(reference.name().equals("collinear") && cell.l1Ratio() == 1)) {
      agreesOnCoefficients(reference, fit);
    }
  }

  private static void agreesOnCoefficients(GlmnetCase reference, ElasticNetFit fit) {
    var chosen = reference.execution(RUN).getAsJsonObject("chosen");
    var expected = chosen.getAsJsonObject("coefficients");
    var names = reference.strings("predictors");
    double largest =
        names.stream()
            .mapToDouble(name -> Math.abs(expected.get(name).getAsDouble()))
            .max()
            .orElse(0);
    for (int j = 0; j < names.size(); j++) {
      double value = expected.get(names.get(j)).getAsDouble();
      assertThat(fit.coefficients().at(j))
          .as(names.get(j))
          .isCloseTo(value, within(1e-6 * largest));
    }
  }
}
