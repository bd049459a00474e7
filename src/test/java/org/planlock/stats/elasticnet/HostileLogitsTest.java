package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
 * Binomial fits of {@link HostileSamples}: the optimum by {@link Optimality} where there is one,
 * and a fit that says that it did not converge where there is none.
 */
@Timeout(60)
class HostileLogitsTest {
  private static final ElasticNetOptions USUAL =
      ElasticNetOptions.of(Objective.GLMNET).family(Family.BINOMIAL).standardize(true);

  /** Of columns 1:8 and rep(2:1, 4), classes rep(0:1, each = 4): one value parts them. */
  private static final Sample SEPARATED =
      Sample.of(
          Columns.of(8, new double[][] {{1, 2, 3, 4, 5, 6, 7, 8}, {2, 1, 2, 1, 2, 1, 2, 1}}),
          new double[] {0, 0, 0, 0, 1, 1, 1, 1});

  static List<HostileSamples.Named> samples() {
    return HostileSamples.all().stream().filter(one -> !one.name().equals("three_rows")).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFitIsTheOptimumOrSaysThatItIsNot(HostileSamples.Named hostile) {
    var sample = hostile.binomial();
    int columns = sample.predictors().count();
    var none = PenaltyFactors.asGiven(Collections.nCopies(columns, 0.0));
    for (var limits : List.of(CoefficientLimits.none(), ExtremeValuesTest.heldAt0(columns))) {
      for (var factors : List.of(PenaltyFactors.equal(), none)) {
        for (int variant = 0; variant < 4; variant++) {
          var options =
              USUAL
                  .standardize(variant % 2 == 0)
                  .intercept(variant < 2)
                  .penaltyFactors(factors)
                  .limits(limits);
          for (double l1Ratio : new double[] {0, 0.5, 1}) {
            boolean exists = hostile.overlaps() || !limits.isNone();
            given(sample, options, l1Ratio, exists);
            own(sample, options, l1Ratio, exists || factors.equals(PenaltyFactors.equal()));
          }
        }
      }
    }
  }

  private static void given(
      Sample sample, ElasticNetOptions options, double l1Ratio, boolean exists) {
    var line = new TuningLine(l1Ratio, DoubleVector.of(10, 0.3, 0.01, 1e-5, 0));
    var fits = new ElasticNet(options).path(sample, line).fits();
    boolean penalised = options.penaltyFactors().factors().isEmpty();
    for (var fit : fits) {
      certified(fit, sample, options, exists || (penalised && fit.lambda() > 1e-4), 1e-8);
    }
    var passes =
        options.solve(Solve.GLMNET).stopping(Stopping.usual().threshold(1e-16).maxPasses(20_000));
    for (var fit : new ElasticNet(passes).path(sample, line).fits()) {
      isFinite(fit);
      if (fit.converged()) {
        certified(fit, sample, passes, true, 1e-5);
      }
    }
  }

  private static void own(
      Sample sample, ElasticNetOptions options, double l1Ratio, boolean exists) {
    var path = new ElasticNet(options).paths(sample, OwnSequences.usual(l1Ratio)).get(0);
    isFinite(path.fits().get(0));
    for (var fit : path.fits().subList(1, path.fits().size())) {
      certified(fit, sample, options, exists && options.standardize(), 1e-8);
    }
  }

  private static void certified(
      ElasticNetFit fit, Sample sample, ElasticNetOptions options, boolean exists, double within) {
    var what = options + " " + fit;
    isFinite(fit);
    if (exists) {
      assertThat(fit.converged()).as(what).isTrue();
    }
    if (fit.converged()) {
      var factors = options.penaltyFactors().effective(sample.predictors().count());
      assertThat(Optimality.violation(sample, options, factors, fit))
          .as(what)
          .isLessThanOrEqualTo(within);
    }
  }

  private static void isFinite(ElasticNetFit fit) {
    assertThat(fit.lambda()).isFinite();
    assertThat(fit.intercept()).isFinite();
    assertThat(fit.kktViolation()).isFinite();
    assertThat(fit.coefficients().stream()).allMatch(Double::isFinite);
  }

  /** Powers of 2 scale without rounding: the answers are the same to the last bit. */
  @ParameterizedTest
  @CsvSource({"-490, true", "490, true", "-490, false", "130, false", "490, false"})
  void scalesDoNotMatter(int power, boolean standardize) {
    double scale = Math.scalb(1.0, power);
    var plain = HostileSamples.named("usual").binomial();
    var columns = HostileSamples.mapped(HostileSamples.named("usual").columns(), scale, 0);
    var scaled = Sample.of(Columns.of(HostileSamples.ROWS, columns), plain.outcome().toArray());
    var sequences = standardize ? OwnSequences.usual(0.5, 1.0) : OwnSequences.usual(1.0);
    for (var solve : Solve.values()) {
      var net = new ElasticNet(USUAL.solve(solve).standardize(standardize));
      var there = net.paths(plain, sequences);
      var here = net.paths(scaled, sequences);
      for (int line = 0; line < there.size(); line++) {
        assertThat(here.get(line).fits()).hasSameSizeAs(there.get(line).fits());
        assertThat(here.get(line).fits().get(0).nonzero()).isZero();
        for (int k = 0; k < there.get(line).fits().size(); k++) {
          var expected = there.get(line).fits().get(k);
          var found = here.get(line).fits().get(k);
          assertThat(found.lambda() / (standardize ? 1 : scale))
              .isCloseTo(expected.lambda(), within(1e-12 * expected.lambda()));
          for (int j = 0; j < 4; j++) {
            assertThat(found.coefficients().at(j)).isEqualTo(expected.coefficients().at(j) / scale);
          }
        }
      }
    }
  }

  /**
   * R 4.2.2, glmnet 4.1-6: {@code glmnet(cbind(1:8, rep(2:1, 4)), rep(0:1, each = 4), family =
   * "binomial", lambda = c(0.1, 0.01, 0))}, which neither warns of the last nor has more to give;
   * its passes end where every fitted probability is 0 or 1.
   */
  @Test
  void separatedClassesEndWhereGlmnetEnds() {
    double[][] expected = {
      {-3.9562725649432524, 0.8791716810985005, 0},
      {-16.249644488051374, 2.907546602592888, 2.110456517588920},
      {-100.33075485457651, 16.88637319387923, 16.22805032139922}
    };
    var line = new TuningLine(1, DoubleVector.of(0.1, 0.01, 0));
    var path = new ElasticNet(USUAL.solve(Solve.GLMNET)).path(SEPARATED, line);
    assertThat(path.passes()).isEqualTo(84);
    for (int k = 0; k < 3; k++) {
      var fit = path.fits().get(k);
      assertThat(fit.intercept()).isCloseTo(expected[k][0], within(1e-8));
      assertThat(fit.coefficients().at(0)).isCloseTo(expected[k][1], within(1e-9));
      assertThat(fit.coefficients().at(1)).isCloseTo(expected[k][2], within(1e-9));
    }
  }

  @Test
  void separatedClassesHaveNoExactFitWithoutPenalty() {
    var line = new TuningLine(1, DoubleVector.of(0.1, 0.01, 0));
    var fits = new ElasticNet(USUAL).path(SEPARATED, line).fits();
    assertThat(fits).extracting(ElasticNetFit::converged).containsExactly(true, true, false);
    // where glmnet comes to by a thresh of 1e-7
    assertThat(fits.get(1).coefficients().at(0)).isCloseTo(2.9075466, within(1e-3));
  }

  /** The nearer the classes come to being parted, the larger the slope; it is found as long as. */
  @ParameterizedTest
  @CsvSource({"1e-2", "1e-4", "1e-6"})
  void nearlySeparatedClassesHaveAFit(double overlap) {
    double[][] x = {{1, 2, 3, 4 + overlap, 4, 5, 6, 7}};
    var sample = Sample.of(Columns.of(8, x), new double[] {0, 0, 0, 0, 1, 1, 1, 1});
    var fit = new ElasticNet(USUAL).fit(sample, 1, 0);
    assertThat(fit.converged()).isTrue();
    assertThat(Optimality.violation(sample, USUAL, new double[] {1}, fit))
        .isLessThanOrEqualTo(1e-9);
    // the two middle rows alone decide once all others are far: logit(1/2) between them
    assertThat(-fit.intercept() / fit.coefficients().at(0))
        .isCloseTo(4 + overlap / 2, within(1e-3));
  }

  /** A column that parts the classes in the fold only leaves that fold without a fit. */
  @Test
  void aFoldThatIsSeparatedSaysSo() {
    double[][] x = {{1, 2, 3, 4, 5, 4, 5, 6, 7, 8}, {1, 0, 1, 1, 0, 0, 1, 0, 0, 1}};
    var sample = Sample.of(Columns.of(10, x), new double[] {0, 0, 0, 0, 1, 0, 1, 1, 1, 0});
    var folds = new ElasticNet(USUAL).leavingOut(sample);
    var grid = new TuningGrid(List.of(new TuningLine(1, DoubleVector.of(0.05, 0))));
    int[] without = IntStream.range(0, 9).toArray();
    assertThat(new ElasticNet(USUAL).paths(sample, grid).get(0).converged()).isTrue();
    assertThat(folds.paths(without, grid).get(0).fits())
        .extracting(ElasticNetFit::converged)
        .containsExactly(true, false);
  }

  @ParameterizedTest
  @EnumSource(Solve.class)
  void threeRowsAreTooFew(Solve solve) {
    var sample = HostileSamples.named("three_rows").binomial();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ElasticNet(USUAL.solve(solve)).fit(sample, 1, 0.1))
        .withMessageContaining("2 rows or more");
  }

  /** A row of weight 0 may hold anything: it is as if it were not there. */
  @ParameterizedTest
  @EnumSource(Solve.class)
  void rowsOfWeight0TakeNoPart(Solve solve) {
    var hostile = HostileSamples.named("weights_of_0");
    int[] weighted = IntStream.range(0, HostileSamples.ROWS - 1).toArray();
    var net = new ElasticNet(USUAL.solve(solve));
    var line = new TuningLine(0.5, DoubleVector.of(0.1, 0.01));
    var with = net.path(hostile.binomial(), line);
    var without = net.path(hostile.binomial().atRows(weighted), line);
    for (int k = 0; k < 2; k++) {
      assertThat(with.fits().get(k).coefficients()).isEqualTo(without.fits().get(k).coefficients());
      assertThat(Arrays.stream(with.fits().get(k).coefficients().toArray()).sum()).isNotZero();
    }
  }
}
