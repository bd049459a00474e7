package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.LeastSquaresFit;
import org.planlock.stats.LogSpacing;
import org.planlock.stats.OrdinaryLeastSquares;
import org.planlock.stats.Sample;

class ElasticNetTest {
  private static final double[] X1 = {1, 2, 3, 4, 5, 7};
  private static final double[] X2 = {2, 1, 0, 5, 4, 4};
  private static final double[] Y = {1, 3, 2, 5, 8, 6};
  private static final Sample SAMPLE = sample(Y, X1, X2);
  private static final ElasticNetOptions GLMNET = ElasticNetOptions.of(Objective.GLMNET);
  private static final ElasticNetOptions TEXTBOOK = ElasticNetOptions.of(Objective.TEXTBOOK);

  /** One centred column: b = soft(x'y/n, lambda r) / (x'x/n + lambda (1 - r)), by hand. */
  @Test
  void solvesOneColumnAsByHand() {
    var sample = sample(new double[] {-3, 0, 3}, new double[] {-1, 0, 1});
    var fit = new ElasticNet(TEXTBOOK).fit(sample, 0.5, 1);
    assertThat(fit.coefficients().at(0)).isCloseTo((2 - 0.5) / (2.0 / 3 + 0.5), within(1e-12));
    assertThat(fit.intercept()).isCloseTo(0, within(1e-12));
  }

  /** The same with glmnet's ridge part: lambda (1 - r) / sd(y), sd(y) = sqrt(6). */
  @Test
  void dividesTheRidgePartByTheOutcomesSdForGlmnet() {
    var sample = sample(new double[] {-3, 0, 3}, new double[] {-1, 0, 1});
    var fit = new ElasticNet(GLMNET).fit(sample, 0.5, 1);
    assertThat(fit.coefficients().at(0))
        .isCloseTo((2 - 0.5) / (2.0 / 3 + 0.5 / Math.sqrt(6)), within(1e-12));
  }

  @Test
  void givesTheObjectivesDifferentNumbersExceptAtL1RatioOne() {
    for (double l1Ratio : new double[] {0, 0.5, 1}) {
      var one = new ElasticNet(GLMNET).fit(SAMPLE, l1Ratio, 0.3).coefficients();
      var other = new ElasticNet(TEXTBOOK).fit(SAMPLE, l1Ratio, 0.3).coefficients();
      double gap = Math.abs(one.at(0) - other.at(0));
      if (l1Ratio == 1) {
        assertThat(gap).isLessThan(1e-12);
      } else {
        assertThat(gap).isGreaterThan(1e-3);
      }
    }
  }

  /** numpy.linalg.lstsq: 0.20731707317073314, 0.7073170731707314, 0.5121951219512201. */
  @Test
  void isLeastSquaresAtLambdaZero() {
    for (double l1Ratio : new double[] {0, 0.5, 1}) {
      var fit = new ElasticNet(GLMNET).fit(SAMPLE, l1Ratio, 0);
      assertThat(fit.intercept()).isCloseTo(0.20731707317073314, within(1e-12));
      assertThat(fit.coefficients().at(0)).isCloseTo(0.7073170731707314, within(1e-12));
      assertThat(fit.coefficients().at(1)).isCloseTo(0.5121951219512201, within(1e-12));
    }
  }

  @Test
  void dropsEverythingFromLambdaMaxOn() {
    for (double l1Ratio : new double[] {0.2, 1}) {
      double largest = LambdaMax.ofGlmnet(SAMPLE, GLMNET, l1Ratio);
      assertThat(largest)
          .isCloseTo(LambdaMax.ofGradient(SAMPLE.predictors(), Y, l1Ratio), within(1e-12));
      var solver = new ElasticNet(GLMNET);
      assertThat(solver.fit(SAMPLE, l1Ratio, largest * (1 + 1e-9)).nonzero()).isZero();
      assertThat(solver.fit(SAMPLE, l1Ratio, largest * 0.999).nonzero()).isEqualTo(1);
    }
  }

  @Test
  void startsAnywhereAndArrivesAtTheSameFit() {
    var lambdas = LogSpacing.between(3, 0.01, 30);
    var solver = new ElasticNet(GLMNET.standardize(true));
    var path = solver.path(SAMPLE, new TuningLine(0.7, lambdas));
    for (int k = 0; k < lambdas.size(); k++) {
      var alone = solver.fit(SAMPLE, 0.7, lambdas.at(k));
      for (int j = 0; j < 2; j++) {
        assertThat(path.fits().get(k).coefficients().at(j))
            .isCloseTo(alone.coefficients().at(j), within(1e-9));
      }
    }
    assertThat(path.converged()).isTrue();
  }

  @Test
  void flagsAConstantOutcomeAndFitsItsValue() {
    var flat = sample(new double[] {4, 4, 4, 4, 4, 4}, X1, X2);
    var fit = new ElasticNet(GLMNET).fit(flat, 0.5, 0.1);
    assertThat(fit.status()).isEqualTo(FitStatus.CONSTANT_OUTCOME);
    assertThat(fit.intercept()).isEqualTo(4);
    assertThat(fit.nonzero()).isZero();
    assertThat(fit.converged()).isTrue();
  }

  @Test
  void givesConstantAndExcludedColumnsZero() {
    var sample = sample(Y, X1, new double[] {7, 7, 7, 7, 7, 7}, X2);
    var options =
        GLMNET.penaltyFactors(PenaltyFactors.rescaled(List.of(1., 1., 1.)).excluding(Set.of(2)));
    var fit = new ElasticNet(options).fit(sample, 0.5, 0.01);
    assertThat(fit.coefficients().at(0)).isNotZero();
    assertThat(fit.coefficients().at(1)).isZero();
    assertThat(fit.coefficients().at(2)).isZero();
  }

  /** Factors that are alike come out alike, however large or small: R 4.2.2 glmnet, any scale. */
  @ParameterizedTest
  @ValueSource(doubles = {1e308, 1e-308, Double.MIN_VALUE, 1})
  void rescalesPenaltyFactorsOfEverySize(double factor) {
    assertThat(PenaltyFactors.rescaled(List.of(factor, 0., factor, factor)).effective(4))
        .containsExactly(new double[] {4 / 3., 0, 4 / 3., 4 / 3.}, within(1e-12));
    assertThat(PenaltyFactors.rescaled(List.of(factor, factor)).excluding(Set.of(0)).effective(2))
        .satisfies(both -> assertThat(both[0] + both[1]).isCloseTo(2, within(1e-12)));
    assertThat(PenaltyFactors.rescaled(List.of(0., 0.)).effective(2)).containsExactly(0, 0);
  }

  @Test
  void countsDeadColumnsWhenItRescalesPenaltyFactors() {
    var rescaled = PenaltyFactors.rescaled(List.of(0., 2., 9.)).excluding(Set.of(2));
    assertThat(rescaled.effective(3)).containsExactly(0, 2, 1);
    assertThat(PenaltyFactors.asGiven(List.of(0.5, 2.)).effective(2)).containsExactly(0.5, 2);
  }

  @Test
  void leavesUnpenalisedColumnsInAtAnyLambda() {
    var options = GLMNET.penaltyFactors(PenaltyFactors.asGiven(List.of(0., 1.)));
    var fit = new ElasticNet(options).fit(SAMPLE, 1, 1e6);
    assertThat(fit.coefficients().at(1)).isZero();
    var alone =
        (LeastSquaresFit) OrdinaryLeastSquares.fit(Columns.of(6, new double[][] {X1}), Y, true);
    assertThat(fit.coefficients().at(0)).isCloseTo(alone.coefficients().at(0), within(1e-12));
  }

  @Test
  void splitsRidgeEvenlyBetweenCopiesAndLassoToTheSameFit() {
    var twice = sample(Y, X1, X1);
    var ridge = new ElasticNet(GLMNET).fit(twice, 0, 0.5).coefficients();
    assertThat(ridge.at(0)).isCloseTo(ridge.at(1), within(1e-12));
    var lasso = new ElasticNet(GLMNET).fit(twice, 1, 0.5).coefficients();
    var once = new ElasticNet(GLMNET).fit(sample(Y, X1), 1, 0.5).coefficients();
    assertThat(lasso.at(0) + lasso.at(1)).isCloseTo(once.at(0), within(1e-9));
  }

  @Test
  void countsARowByItsWeight() {
    var repeated = new double[][] {{1, 2, 3, 4, 5, 7, 7}, {2, 1, 0, 5, 4, 4, 4}};
    var longer = Sample.of(Columns.of(7, repeated), new double[] {1, 3, 2, 5, 8, 6, 6});
    var weighted = Sample.of(SAMPLE.predictors(), Y, new double[] {3, 3, 3, 3, 3, 6});
    for (var options : List.of(GLMNET, GLMNET.standardize(true), TEXTBOOK.intercept(false))) {
      var one = new ElasticNet(options).fit(longer, 0.5, 0.2);
      var other = new ElasticNet(options).fit(weighted, 0.5, 0.2);
      assertThat(one.coefficients().at(0)).isCloseTo(other.coefficients().at(0), within(1e-12));
      assertThat(one.intercept()).isCloseTo(other.intercept(), within(1e-12));
    }
  }

  @Test
  void saysSoWhenTheCapComesFirst() {
    var fit = new ElasticNet(GLMNET.maxIterations(1)).fit(SAMPLE, 0.5, 0.01);
    assertThat(fit.status()).isEqualTo(FitStatus.NOT_CONVERGED);
    assertThat(fit.converged()).isFalse();
    assertThat(fit.kktViolation()).isGreaterThan(1e-9);
  }

  @Test
  void refusesMissingAndSenselessNumbers() {
    var solver = new ElasticNet(GLMNET);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample(new double[] {Double.NaN}, new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample(new double[] {1}, new double[] {Double.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sample(new double[] {1, 2}, new double[] {1}));
    assertThatIllegalArgumentException().isThrownBy(() -> solver.fit(SAMPLE, 1.5, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> solver.fit(SAMPLE, 0.5, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> solver.fit(SAMPLE, 0.5, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> solver.path(SAMPLE, new TuningLine(0.5, DoubleVector.of(1, 2))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.of(SAMPLE.predictors(), Y, new double[6]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sample.of(SAMPLE.predictors(), Y, new double[] {1, 1, 1, 1, 1, -1}));
    assertThatIllegalArgumentException().isThrownBy(() -> PenaltyFactors.asGiven(List.of(-1.)));
  }

  @Test
  void fitsAnEmptyDesignByTheMean() {
    var fit = new ElasticNet(GLMNET).fit(sample(Y), 0.5, 0.1);
    assertThat(fit.intercept()).isCloseTo(25.0 / 6, within(1e-12));
    assertThat(fit.converged()).isTrue();
  }

  private static Sample sample(double[] y, double[]... columns) {
    return Sample.of(Columns.of(y.length, columns), y);
  }
}
