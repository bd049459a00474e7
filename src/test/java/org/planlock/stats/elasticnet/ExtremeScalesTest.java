package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Folds;
import org.planlock.stats.Labour;
import org.planlock.stats.LogSpacing;
import org.planlock.stats.Sample;
import org.planlock.stats.tuning.CrossValidatedNet;

/**
 * The unit in which a column is written does not matter: with standardised columns the same fits
 * come out of numbers near either end of what a double can hold.
 */
@Timeout(60)
class ExtremeScalesTest {
  private static final int ROWS = 24;
  private static final List<Double> L1_RATIOS = List.of(0.0, 0.5, 1.0);

  private static double[][] columns() {
    var random = new Random(31);
    var x = new double[6][ROWS];
    for (var column : x) {
      Arrays.setAll(column, i -> random.nextGaussian());
    }
    return x;
  }

  private static double[] outcome(Family family, double[][] x) {
    var random = new Random(32);
    var y = new double[ROWS];
    Arrays.setAll(y, i -> 2 * x[0][i] - x[3][i] + random.nextGaussian());
    return family == Family.BINOMIAL ? Arrays.stream(y).map(v -> v > 0 ? 1 : 0).toArray() : y;
  }

  private static ElasticNetOptions options(Family family, Solve solve) {
    return ElasticNetOptions.of(Objective.GLMNET).family(family).solve(solve).standardize(true);
  }

  private static List<FittedPath> paths(ElasticNetOptions options, Sample sample) {
    var net = new ElasticNet(options);
    var strengths = new OwnSequences(L1_RATIOS, 30, SmallestRatio.usual());
    var done =
        new CrossValidatedNet(net, strengths)
            .evaluate(sample, Folds.leaveOneOut(ROWS), Labour.on(1));
    for (int line = 0; line < L1_RATIOS.size(); line++) {
      assertThat(done.table().error(line).toArray())
          .doesNotContain(Double.NaN)
          .hasSizeGreaterThan(4);
    }
    return done.paths();
  }

  static List<Object[]> cases() {
    var cases = new ArrayList<Object[]>();
    for (var family : Family.values()) {
      for (var solve : Solve.values()) {
        for (int exponent : new int[] {-400, -150, -60, 60, 150, 400}) {
          cases.add(new Object[] {family, solve, exponent});
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scalingAColumnByAPowerOfTwoScalesItsCoefficientOnly(
      Family family, Solve solve, int exponent) {
    var x = columns();
    var y = outcome(family, x);
    var plain = paths(options(family, solve), Sample.of(Columns.of(ROWS, x), y));
    for (int j = 0; j < 2; j++) {
      x[j] = Arrays.stream(x[j]).map(v -> Math.scalb(v, exponent)).toArray();
    }
    var scaled = paths(options(family, solve), Sample.of(Columns.of(ROWS, x), y));
    for (int line = 0; line < plain.size(); line++) {
      var before = plain.get(line).fits();
      var after = scaled.get(line).fits();
      assertThat(after).hasSameSizeAs(before);
      for (int k = 0; k < before.size(); k++) {
        same(before.get(k), after.get(k), exponent);
      }
    }
  }

  private static void same(ElasticNetFit plain, ElasticNetFit scaled, int exponent) {
    assertThat(scaled.status()).isEqualTo(plain.status());
    double largest = plain.coefficients().stream().map(Math::abs).max().orElse(0);
    for (int j = 0; j < 6; j++) {
      double back =
          j < 2 ? Math.scalb(scaled.coefficients().at(j), exponent) : scaled.coefficients().at(j);
      assertThat(back).isCloseTo(plain.coefficients().at(j), within(1e-9 * largest + 1e-300));
    }
  }

  @ParameterizedTest
  @CsvSource({"GAUSSIAN, EXACT", "GAUSSIAN, GLMNET", "BINOMIAL, EXACT", "BINOMIAL, GLMNET"})
  void aColumnWhoseDifferencesCannotBeSquaredIsConstant(Family family, Solve solve) {
    var x = columns();
    var y = outcome(family, x);
    x[2] = Arrays.stream(x[2]).map(v -> v * 1e-160).toArray();
    x[4] = new double[ROWS];
    x[4][5] = Double.MIN_VALUE;
    for (var path : paths(options(family, solve), Sample.of(Columns.of(ROWS, x), y))) {
      for (var fit : path.fits()) {
        assertThat(fit.coefficients().at(2)).isZero();
        assertThat(fit.coefficients().at(4)).isZero();
        assertThat(fit.kktViolation()).isLessThan(1e-2);
      }
    }
  }

  /** Nothing may move, so every fit is the mean, or the log odds of the share of ones. */
  @ParameterizedTest
  @CsvSource({"GAUSSIAN, EXACT", "GAUSSIAN, GLMNET", "BINOMIAL, EXACT", "BINOMIAL, GLMNET"})
  void limitsThatMeetAtZeroLeaveTheMean(Family family, Solve solve) {
    var x = columns();
    var y = outcome(family, x);
    double mean = Arrays.stream(y).average().orElseThrow();
    double expected = family == Family.BINOMIAL ? Math.log(mean / (1 - mean)) : mean;
    var zeros = Collections.nCopies(6, 0.0);
    var options = options(family, solve).limits(new CoefficientLimits(zeros, zeros));
    var line = new TuningLine(0.5, DoubleVector.of(0.3, 0.01));
    var path = new ElasticNet(options).path(Sample.of(Columns.of(ROWS, x), y), line);
    for (var fit : path.fits()) {
      assertThat(fit.converged()).isTrue();
      assertThat(fit.coefficients().stream()).allMatch(c -> c == 0);
      assertThat(fit.intercept()).isCloseTo(expected, within(1e-9));
    }
  }

  /**
   * A class that one column tells apart has no finite estimate without penalty; with one, every fit
   * is finite and certified, or says that it did not converge.
   */
  @ParameterizedTest
  @CsvSource({"EXACT, 0", "EXACT, 0.5", "EXACT, 1", "GLMNET, 0", "GLMNET, 0.5", "GLMNET, 1"})
  void separatedClassesGiveFiniteFitsOrSaySo(Solve solve, double l1Ratio) {
    var x = columns();
    var y = Arrays.stream(x[1]).map(v -> v > 0 ? 1 : 0).toArray();
    var sample = Sample.of(Columns.of(ROWS, x), y);
    var lambdas = LogSpacing.between(0.5, 1e-6, 40);
    var options = options(Family.BINOMIAL, solve);
    var path = new ElasticNet(options).path(sample, new TuningLine(l1Ratio, lambdas));
    assertThat(path.fits()).isNotEmpty();
    for (var fit : path.fits()) {
      assertThat(fit.intercept()).isFinite();
      assertThat(fit.coefficients().stream()).allMatch(Double::isFinite);
      if (solve == Solve.EXACT && fit.converged()) {
        assertThat(fit.kktViolation()).isLessThanOrEqualTo(1e-9);
      }
    }
    assertThat(path.fits().get(0).converged()).isTrue();
  }
}
