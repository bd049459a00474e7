package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Labour;
import org.planlock.stats.LogSpacing;
import org.planlock.stats.Sample;
import org.planlock.stats.tuning.Aggregation;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.Loss;

class BinomialNetTest {
  private static final ElasticNetOptions OPTIONS =
      ElasticNetOptions.of(Objective.GLMNET).family(Family.BINOMIAL).standardize(true);

  private static double[][] normal(int rows, int columns, long seed) {
    var random = new Random(seed);
    var x = new double[columns][rows];
    for (var column : x) {
      Arrays.setAll(column, i -> random.nextGaussian());
    }
    return x;
  }

  private static double[] classes(double[] x, long seed) {
    var random = new Random(seed);
    return Arrays.stream(x).map(v -> v + 0.7 * random.nextGaussian() > 0 ? 1 : 0).toArray();
  }

  private static Sample sample(double[][] x, double... y) {
    return Sample.of(Columns.of(y.length, x), y);
  }

  private static ElasticNet net(Solve solve) {
    return new ElasticNet(OPTIONS.solve(solve));
  }

  private static void isUsable(ElasticNetFit fit) {
    assertThat(fit.intercept()).isFinite();
    assertThat(fit.kktViolation()).isFinite();
    assertThat(fit.coefficients().stream()).allMatch(Double::isFinite);
  }

  /** Of two balanced groups: logit(6/8) and logit(2/8), to the last digits. */
  @Test
  void findsTheLogOddsOfTwoGroups() {
    double[] group = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1};
    double[] y = {1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0};
    var fit = net(Solve.EXACT).fit(sample(new double[][] {group}, y), 1, 0);
    assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
    assertThat(fit.intercept()).isCloseTo(-Math.log(3), within(1e-12));
    assertThat(fit.coefficients().at(0)).isCloseTo(2 * Math.log(3), within(1e-12));
  }

  @Test
  void givesSharesTheirWeightedMeaning() {
    double[] group = {0, 0, 1, 1};
    double[] y = {0.2, 0.4, 0.5, 0.9};
    var sample = Sample.of(Columns.of(4, new double[][] {group}), y, new double[] {1, 3, 1, 1});
    var fit = net(Solve.EXACT).fit(sample, 1, 0);
    assertThat(fit.intercept()).isCloseTo(Math.log(0.35 / 0.65), within(1e-12));
    assertThat(fit.intercept() + fit.coefficients().at(0))
        .isCloseTo(Math.log(0.7 / 0.3), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(Solve.class)
  void refusesClassesTooSmallToFit(Solve solve) {
    double[][] x = {{1, 2, 3, 5, 4}};
    for (double[] y :
        new double[][] {
          {0, 0, 0, 0, 0}, {1, 1, 1, 1, 1}, {0, 1, 0, 0, 0}, {0, 1, 2, 0, 1}, {-1, 1, 1, 0, 0}
        }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> net(solve).fit(sample(x, y), 1, 0.1))
          .withMessageContaining("binomial outcome");
    }
    var oneLeft =
        Sample.of(Columns.of(5, x), new double[] {0, 0, 1, 1, 1}, new double[] {0, 0, 1, 2, 0});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> net(solve).fit(oneLeft, 1, 0.1))
        .withMessageContaining("all of one class");
  }

  @Test
  void refusesAFoldThatLeavesOneClass() {
    double[] y = {0, 0, 1, 1, 1, 1};
    var sample = sample(normal(6, 2, 1), y);
    var grid = new TuningGrid(List.of(new TuningLine(1, DoubleVector.of(0.2, 0.1))));
    var validation =
        new CrossValidation(net(Solve.EXACT), grid, Aggregation.ROWS, Loss.BINOMIAL_DEVIANCE);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                validation.evaluate(
                    FoldAssignment.of(0, 0, 1, 1, 2, 2),
                    y,
                    FoldPreparation.splitting(sample),
                    Labour.on(1)))
        .withMessageContaining("2 rows or more");
  }

  /** Rows of weight 0 take no part, so two rows of two classes are all that is left. */
  @ParameterizedTest
  @EnumSource(Solve.class)
  void fitsTwoWeightedRows(Solve solve) {
    double[] weights = {0, 1, 0, 0, 1, 0};
    var sample =
        Sample.of(Columns.of(6, normal(6, 3, 2)), new double[] {0, 0, 1, 0, 1, 1}, weights);
    var fit = net(solve).fit(sample, 0.5, 0.05);
    isUsable(fit);
    assertThat(fit.converged()).isTrue();
    var alone = net(solve).fit(sample.atRows(1, 4, 1, 4), 0.5, 0.05);
    for (int j = 0; j < 3; j++) {
      assertThat(alone.coefficients().at(j)).isCloseTo(fit.coefficients().at(j), within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource(Solve.class)
  void fitsOnlyTheInterceptWhereAllColumnsAreConstant(Solve solve) {
    double[][] x = {{3, 3, 3, 3, 3}, {0, 0, 0, 0, 0}};
    var sample = sample(x, 0, 1, 1, 0, 1);
    var fit = net(solve).fit(sample, 0.5, 0.1);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.nonzero()).isZero();
    assertThat(fit.intercept()).isCloseTo(Math.log(1.5), within(1e-12));
    var own = net(solve).paths(sample, OwnSequences.usual(0.0, 1.0));
    assertThat(own).hasSize(2).allMatch(path -> path.fits().size() == 1 && path.converged());
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5", "1"})
  void saysThatSeparatedClassesHaveNoUnpenalisedFit(double l1Ratio) {
    double[][] x = {{1, 2, 3, 4, 5, 6, 7, 8}, {2, 1, 2, 1, 2, 1, 2, 1}};
    var sample = sample(x, 0, 0, 0, 0, 1, 1, 1, 1);
    var fit = net(Solve.EXACT).fit(sample, l1Ratio, 0);
    isUsable(fit);
    assertThat(fit.status()).isEqualTo(FitStatus.NOT_CONVERGED);
    var penalised = net(Solve.EXACT).fit(sample, l1Ratio, 1e-4);
    assertThat(penalised.status()).isEqualTo(FitStatus.CONVERGED);
    assertThat(penalised.kktViolation()).isLessThanOrEqualTo(1e-9);
  }

  /** One overlapping pair at one value: the other rows are separated for good. */
  @Test
  void saysThatQuasiSeparatedClassesHaveNoUnpenalisedFit() {
    double[][] x = {{1, 2, 3, 3, 4, 5}};
    var fit = net(Solve.EXACT).fit(sample(x, 0, 0, 0, 1, 1, 1), 1, 0);
    isUsable(fit);
    assertThat(fit.status()).isEqualTo(FitStatus.NOT_CONVERGED);
  }

  @Test
  void saysThatASeparatingUnpenalisedColumnHasNoFit() {
    double[][] x = {{1, 2, 3, 4, 5, 6, 7, 8}, {2, 1, 4, 1, 3, 1, 2, 5}};
    var options = OPTIONS.penaltyFactors(PenaltyFactors.asGiven(List.of(0.0, 1.0)));
    var sample = sample(x, 0, 0, 0, 0, 1, 1, 1, 1);
    var fit = new ElasticNet(options).fit(sample, 1, 0.1);
    isUsable(fit);
    assertThat(fit.status()).isEqualTo(FitStatus.NOT_CONVERGED);
  }

  @Test
  void fitsNearlySeparatedClasses() {
    double[][] x = {{1, 2, 3, 4.0001, 4, 5, 6, 7}};
    var fit = net(Solve.EXACT).fit(sample(x, 0, 0, 0, 0, 1, 1, 1, 1), 1, 0);
    assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
    assertThat(fit.kktViolation()).isLessThanOrEqualTo(1e-9);
    assertThat(fit.coefficients().at(0)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0", "0.3", "1"})
  void certifiesFitsOfManyMoreColumnsThanRows(double l1Ratio) {
    var x = normal(25, 300, 3);
    var sample = sample(x, classes(x[7], 4));
    var line = new TuningLine(l1Ratio, LogSpacing.between(0.3, 0.001, 12));
    for (var fit : net(Solve.EXACT).path(sample, line).fits()) {
      assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
      assertThat(fit.kktViolation()).isLessThanOrEqualTo(1e-9);
    }
  }

  /** Copies of columns, sums of columns, at a purely absolute penalty: the fit is still found. */
  @Test
  void certifiesFitsOfDependentColumns() {
    var x = normal(40, 6, 5);
    x[3] = x[0].clone();
    for (int i = 0; i < 40; i++) {
      x[4][i] = x[1][i] + x[2][i];
    }
    var sample = sample(x, classes(x[0], 6));
    for (var options : List.of(OPTIONS, OPTIONS.intercept(false), OPTIONS.standardize(false))) {
      var line = new TuningLine(1, LogSpacing.between(0.2, 0.0002, 9));
      for (var fit : new ElasticNet(options).path(sample, line).fits()) {
        assertThat(fit.status()).isEqualTo(FitStatus.CONVERGED);
        assertThat(fit.kktViolation()).isLessThanOrEqualTo(1e-9);
      }
    }
  }

  @Test
  void holdsCoefficientsBetweenTheirLimits() {
    var x = normal(50, 4, 7);
    var sample = sample(x, classes(x[1], 8));
    var limits = new CoefficientLimits(List.of(-0.1, 0.0, -5.0, 0.0), List.of(0.1, 0.6, 0.0, 0.0));
    for (var solve : Solve.values()) {
      var fit = new ElasticNet(OPTIONS.solve(solve).limits(limits)).fit(sample, 0.5, 0.01);
      assertThat(fit.converged()).isTrue();
      for (int j = 0; j < 4; j++) {
        assertThat(fit.coefficients().at(j))
            .isBetween(limits.lower(j) - 1e-12, limits.upper(j) + 1e-12);
      }
      assertThat(fit.coefficients().at(1)).isCloseTo(0.6, within(1e-12));
    }
  }

  @Test
  void saysWhenPassesRunOut() {
    var x = normal(50, 8, 9);
    var sample = sample(x, classes(x[1], 10));
    var options = OPTIONS.solve(Solve.GLMNET).stopping(Stopping.usual().maxPasses(20));
    var line = new TuningLine(1, LogSpacing.between(0.2, 0.0002, 30));
    var path = new ElasticNet(options).path(sample, line);
    assertThat(path.fits().get(0).converged()).isTrue();
    assertThat(path.fits().get(29).status()).isEqualTo(FitStatus.NOT_CONVERGED);
    path.fits().forEach(BinomialNetTest::isUsable);
    var own = new ElasticNet(options).paths(sample, OwnSequences.usual(1.0)).get(0);
    assertThat(own.converged()).isFalse();
  }

  /** glmnet would go on with fitted shares of exactly 0 and 1, and so does its mode. */
  @ParameterizedTest
  @EnumSource(Solve.class)
  void staysFiniteWhateverTheData(Solve solve) {
    for (long seed = 0; seed < 12; seed++) {
      var x = normal(14, 9, 20 + seed);
      for (int j = 0; j < 9; j++) {
        double scale = Math.pow(10, 3 * j - 12);
        x[j] = Arrays.stream(x[j]).map(v -> v * scale).toArray();
      }
      var sample = sample(x, classes(x[4], seed));
      for (double l1Ratio : new double[] {0, 0.5, 1}) {
        var line = new TuningLine(l1Ratio, DoubleVector.of(1, 0.1, 1e-3, 1e-6, 1e-9, 0));
        net(solve).path(sample, line).fits().forEach(BinomialNetTest::isUsable);
        net(solve)
            .paths(sample, OwnSequences.usual(l1Ratio))
            .get(0)
            .fits()
            .forEach(BinomialNetTest::isUsable);
      }
    }
  }
}
