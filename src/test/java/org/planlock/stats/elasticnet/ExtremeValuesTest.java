package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Sample;

/**
 * Gaussian fits of {@link HostileSamples}: the optimum by {@link Optimality}, or what rescaled data
 * give. Powers of 2 scale without rounding, so those answers must agree to the last bit.
 */
@Timeout(60)
class ExtremeValuesTest {
  private static final double[] L1_RATIOS = {0, 0.5, 1};

  static List<HostileSamples.Named> samples() {
    return HostileSamples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFitIsTheOptimum(HostileSamples.Named hostile) {
    var sample = hostile.gaussian();
    int columns = sample.predictors().count();
    for (var limits : List.of(CoefficientLimits.none(), heldAt0(columns))) {
      for (var factors : List.of(PenaltyFactors.equal(), unpenalised(columns), mixed(columns))) {
        for (int variant = 0; variant < 8; variant++) {
          var options =
              ElasticNetOptions.of(variant < 4 ? Objective.GLMNET : Objective.TEXTBOOK)
                  .standardize(variant % 2 == 0)
                  .intercept(variant % 4 < 2)
                  .penaltyFactors(factors)
                  .limits(limits);
          certify(sample, options);
        }
      }
    }
  }

  private static void certify(Sample sample, ElasticNetOptions options) {
    var factors = options.penaltyFactors().effective(sample.predictors().count());
    for (double l1Ratio : L1_RATIOS) {
      var given = new TuningLine(l1Ratio, DoubleVector.of(10, 0.3, 0.01, 1e-5, 0));
      var exact = new ElasticNet(options).path(sample, given);
      var own = new ElasticNet(options).paths(sample, OwnSequences.usual(l1Ratio)).get(0);
      optimal(exact.fits(), 1e-9, sample, options, factors);
      // the first fit of an own sequence is made at an endless strength and labelled afterwards
      optimal(own.fits().subList(1, own.fits().size()), 1e-9, sample, options, factors);
      isFinite(own.fits().get(0));
      var passes = options.solve(Solve.GLMNET).stopping(Stopping.usual().threshold(1e-20));
      optimal(new ElasticNet(passes).path(sample, given).fits(), 1e-7, sample, passes, factors);
    }
  }

  /** Exact fits are the optimum; passes may come to an end before, which then is said. */
  private static void optimal(
      List<ElasticNetFit> fits,
      double within,
      Sample sample,
      ElasticNetOptions options,
      double[] factors) {
    for (var fit : fits) {
      isFinite(fit);
      if (options.solve() == Solve.EXACT) {
        assertThat(fit.converged()).as("%s %s", options, fit).isTrue();
      }
      if (fit.converged()) {
        assertThat(Optimality.violation(sample, options, factors, fit))
            .as("%s %s", options, fit)
            .isLessThanOrEqualTo(within);
      }
    }
  }

  private static void isFinite(ElasticNetFit fit) {
    assertThat(fit.lambda()).isFinite();
    assertThat(fit.intercept()).isFinite();
    assertThat(fit.kktViolation()).isFinite();
    assertThat(fit.coefficients().stream()).allMatch(Double::isFinite);
  }

  /** A fold that shares its sample with others ends where its rows alone do. */
  @ParameterizedTest
  @MethodSource("samples")
  void foldsEndWhereTheirRowsAloneDo(HostileSamples.Named hostile) {
    var sample = hostile.gaussian();
    if (sample.rows() == 3) {
      return;
    }
    var options = ElasticNetOptions.of(Objective.GLMNET).standardize(true);
    var grid = new TuningGrid(List.of(new TuningLine(0.5, DoubleVector.of(0.3, 0.05, 1e-3))));
    for (var solve : Solve.values()) {
      var net = new ElasticNet(options.solve(solve));
      var folds = net.leavingOut(sample);
      for (int left = 0; left < sample.rows(); left++) {
        int out = left;
        int[] kept = IntStream.range(0, sample.rows()).filter(i -> i != out).toArray();
        var shared = folds.paths(kept, grid).get(0);
        var alone = net.paths(sample.atRows(kept), grid).get(0);
        for (int k = 0; k < shared.fits().size(); k++) {
          isFinite(shared.fits().get(k));
          var expected = alone.fits().get(k).coefficients().toArray();
          var found = shared.fits().get(k).coefficients().toArray();
          for (int j = 0; j < expected.length; j++) {
            assertThat(found[j])
                .as("row %d, fit %d, column %d", left, k, j)
                .isCloseTo(expected[j], within(1e-6 * Math.abs(expected[j])));
          }
        }
      }
    }
  }

  /**
   * R 4.2.2, glmnet 4.1-6, gives NaN for {@code glmnet(x * 1e-200, y)} and holds coefficients at
   * 9.9e35 for {@code glmnet(x * 1e-100, y)}, whose limits are not infinite.
   */
  @ParameterizedTest
  @CsvSource({"-495, 0", "490, 0", "0, -495", "0, 490", "-490, 490", "490, -490"})
  void standardisedScalesDoNotMatter(int columnPower, int outcomePower) {
    for (var solve : Solve.values()) {
      for (boolean intercept : new boolean[] {true, false}) {
        var options =
            ElasticNetOptions.of(Objective.GLMNET)
                .solve(solve)
                .standardize(true)
                .intercept(intercept);
        sameButForScale(options, OwnSequences.usual(0.0, 0.5, 1.0), columnPower, outcomePower);
      }
    }
  }

  /**
   * Without standardisation the absolute penalty scales with columns and outcome. R 4.2.2, glmnet
   * 4.1-6: {@code glmnet(x * 1e40, y, standardize = FALSE)} takes 9.9e35 for infinite, starts
   * inside its own path and keeps all columns at every lambda.
   */
  @ParameterizedTest
  @CsvSource({"-300, 0", "130, 0", "490, 0", "490, 490", "-490, -490", "490, -490"})
  void anUnstandardisedSequenceStartsOutsideItsPath(int columnPower, int outcomePower) {
    for (var solve : Solve.values()) {
      var options = ElasticNetOptions.of(Objective.GLMNET).solve(solve);
      var fits = sameButForScale(options, OwnSequences.usual(1.0), columnPower, outcomePower);
      assertThat(fits.get(0).nonzero()).isZero();
      assertThat(fits.get(1).nonzero()).isEqualTo(1);
    }
  }

  private static List<ElasticNetFit> sameButForScale(
      ElasticNetOptions options, OwnSequences sequences, int columnPower, int outcomePower) {
    var plain = HostileSamples.named("usual").gaussian();
    double columnScale = Math.scalb(1.0, columnPower);
    double outcomeScale = Math.scalb(1.0, outcomePower);
    var scaled = scaled(plain, columnScale, outcomeScale);
    double lambdaScale = options.standardize() ? outcomeScale : outcomeScale * columnScale;
    var expected = new ElasticNet(options).paths(plain, sequences);
    var found = new ElasticNet(options).paths(scaled, sequences);
    for (int line = 0; line < expected.size(); line++) {
      var there = expected.get(line).fits();
      var here = found.get(line).fits();
      assertThat(here).hasSameSizeAs(there);
      for (int k = 0; k < there.size(); k++) {
        boolean endless = k == 0 && there.get(0).l1Ratio() == 0;
        assertThat(here.get(k).lambda() / lambdaScale)
            .isCloseTo(there.get(k).lambda(), within(1e-12 * there.get(k).lambda()));
        for (int j = 0; j < 4 && !endless; j++) {
          assertThat(here.get(k).coefficients().at(j))
              .as("fit %d column %d", k, j)
              .isEqualTo(there.get(k).coefficients().at(j) / columnScale * outcomeScale);
        }
      }
    }
    return found.get(0).fits();
  }

  private static Sample scaled(Sample plain, double columnScale, double outcomeScale) {
    var columns = new double[plain.predictors().count()][];
    Arrays.setAll(columns, plain.predictors()::column);
    var y = plain.outcome().stream().map(value -> value * outcomeScale).toArray();
    return Sample.of(
        Columns.of(y.length, HostileSamples.mapped(columns, columnScale, 0)),
        y,
        plain.weights().toArray());
  }

  /** Differences below 1e-150 are none, in the sample and in each of its folds. */
  @ParameterizedTest
  @EnumSource(Solve.class)
  void aColumnThatCannotBeSquaredIsConstant(Solve solve) {
    var usual = HostileSamples.named("constant_column").gaussian();
    var tiny = HostileSamples.named("constant_column").columns();
    tiny[2] = tiny[1].clone();
    var sample =
        Sample.of(
            Columns.of(HostileSamples.ROWS, withScaled(tiny, 2, 1e-152)),
            usual.outcome().toArray());
    var net = new ElasticNet(ElasticNetOptions.of(Objective.GLMNET).solve(solve).standardize(true));
    var sequences = OwnSequences.usual(0.0, 1.0);
    assertThat(net.paths(sample, sequences)).isEqualTo(net.paths(usual, sequences));
    int[] kept = IntStream.range(1, HostileSamples.ROWS).toArray();
    assertThat(net.leavingOut(sample).paths(kept, sequences))
        .isEqualTo(net.leavingOut(usual).paths(kept, sequences));
  }

  private static double[][] withScaled(double[][] columns, int j, double scale) {
    var copy = columns.clone();
    copy[j] = Arrays.stream(copy[j]).map(value -> value * scale).toArray();
    return copy;
  }

  /** R 4.2.2, glmnet 4.1-6: {@code glmnet(x, y * 1e-200)} ends with "y is constant". */
  @ParameterizedTest
  @CsvSource({"0, 5", "1e-160, 0", "1e-153, 0", "1e-320, 0"})
  void anOutcomeThatCannotBeSquaredIsConstant(double scale, double shift) {
    var usual = HostileSamples.named("usual").gaussian();
    var y = usual.outcome().stream().map(value -> value * scale + shift).toArray();
    var sample = Sample.of(usual.predictors(), y);
    for (var solve : Solve.values()) {
      var net = new ElasticNet(ElasticNetOptions.of(Objective.TEXTBOOK).solve(solve));
      for (var path : net.paths(sample, OwnSequences.usual(0.0, 1.0))) {
        assertThat(path.fits()).hasSize(1);
        assertThat(path.fits().get(0).status()).isEqualTo(FitStatus.CONSTANT_OUTCOME);
        assertThat(path.fits().get(0).nonzero()).isZero();
        assertThat(path.fits().get(0).intercept()).isCloseTo(shift, within(1e-150));
      }
    }
  }

  /**
   * R 4.2.2, glmnet 4.1-6: {@code glmnet(cbind(c(1,2,4), c(3,1,2)), c(1,3,4), lambda =
   * c(0.5,0.1,0.01))}.
   */
  @Test
  void threeRowsAreFittedAsInR() {
    double[][] x = {{1, 2, 4}, {3, 1, 2}};
    same(
        fits(Sample.of(Columns.of(3, x), new double[] {1, 3, 4}), 0.5, 0.1, 0.01),
        new double[][] {
          {1.7820070844564035, 0.4979744132456022, -0.1386403576814043},
          {1.9564003045943448, 0.7395952163382011, -0.5077279046917403},
          {1.9956325857324857, 0.7939617550519047, -0.5907716737601316}
        });
  }

  /**
   * R: {@code x <- cbind(c(1,2,4,3,7), c(3,1,2,5,4)); glmnet(cbind(x, x[, 1]), c(1,3,4,2,6), lambda
   * = c(0.5,0.1,0.01))}, and {@code glmnet(x, ..., weights = c(1,0,2,1,1))}.
   */
  @Test
  void copiesAndWeightsOf0AreFittedAsInR() {
    double[][] x = {{1, 2, 4, 3, 7}, {3, 1, 2, 5, 4}, {1, 2, 4, 3, 7}};
    double[] y = {1, 3, 4, 2, 6};
    var copied = fits(Sample.of(Columns.of(5, x), y), 0.5, 0.1).get(1).coefficients();
    // rounding decides how copies share what belongs to both
    assertThat(copied.at(0) + copied.at(2))
        .isCloseTo(0.73445457480666509 + 0.07928230264410079, within(1e-12));
    assertThat(copied.at(1)).isCloseTo(-0.33615696321098715, within(1e-12));
    same(
        fits(
            Sample.of(Columns.of(5, Arrays.copyOf(x, 2)), y, new double[] {1, 0, 2, 1, 1}),
            0.5,
            0.1,
            0.01),
        new double[][] {
          {1.0649565669245766, 0.6144851139672166, 0},
          {1.0736527597696761, 0.8378753012370773, -0.2679934076470532},
          {1.1526184581058940, 0.8898001829202212, -0.3543309853758547}
        });
  }

  /** R: {@code glmnet(x, y, lower.limits = 0, upper.limits = 0)} keeps mean(y) at 100 lambdas. */
  @ParameterizedTest
  @EnumSource(Solve.class)
  void limitsOf0LeaveTheMean(Solve solve) {
    double[][] x = {{1, 2, 4, 3, 7}, {3, 1, 2, 5, 4}};
    var sample = Sample.of(Columns.of(5, x), new double[] {1, 3, 4, 2, 6});
    var options =
        ElasticNetOptions.of(Objective.GLMNET).solve(solve).standardize(true).limits(heldAt0(2));
    var path = new ElasticNet(options).paths(sample, OwnSequences.usual(1.0)).get(0);
    assertThat(path.fits()).hasSize(100).allMatch(fit -> fit.nonzero() == 0 && fit.converged());
    assertThat(path.fits()).allMatch(fit -> Math.abs(fit.intercept() - 3.2) < 1e-15);
    assertThat(path.line().lambdas().at(0)).isCloseTo(1.612334531513059, within(1e-14));
    assertThat(path.line().lambdas().at(99)).isCloseTo(1.612334531513059e-4, within(1e-16));
  }

  private static List<ElasticNetFit> fits(Sample sample, double... lambdas) {
    var options = ElasticNetOptions.of(Objective.GLMNET).solve(Solve.GLMNET).standardize(true);
    return new ElasticNet(options).path(sample, new TuningLine(1, DoubleVector.of(lambdas))).fits();
  }

  private static void same(List<ElasticNetFit> found, double[][] expected) {
    for (int k = 0; k < expected.length; k++) {
      assertThat(found.get(k).intercept()).isCloseTo(expected[k][0], within(1e-12));
      for (int j = 1; j < expected[k].length; j++) {
        assertThat(found.get(k).coefficients().at(j - 1))
            .as("fit %d column %d", k, j)
            .isCloseTo(expected[k][j], within(1e-12));
      }
    }
  }

  private static PenaltyFactors unpenalised(int columns) {
    return PenaltyFactors.asGiven(Collections.nCopies(columns, 0.0));
  }

  private static PenaltyFactors mixed(int columns) {
    return PenaltyFactors.rescaled(
        IntStream.range(0, columns).mapToObj(j -> j % 3 == 1 ? 0.0 : 1.0 + j % 2).toList());
  }

  static CoefficientLimits heldAt0(int columns) {
    var zeros = Collections.nCopies(columns, 0.0);
    return new CoefficientLimits(zeros, zeros);
  }
}
