package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Sample;

/**
 * Relaxed fits of {@link HostileSamples}: gamma 1 is the penalised fit, gamma 0 fulfils the
 * conditions of the unpenalised fit of the terms that it retains, what lies between is between; or
 * it is said that there is no such fit.
 */
@Timeout(60)
class HostileRelaxedTest {
  private static final DoubleVector LAMBDAS = DoubleVector.of(10, 0.3, 0.1, 0.02);

  private static final Set<String> MAY_RUN_OUT = Set.of("nearly_collinear", "far_from_zero");

  static List<HostileSamples.Named> samples() {
    return HostileSamples.all().stream().filter(one -> !one.name().equals("three_rows")).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void relaxedGaussianFits(HostileSamples.Named hostile) {
    for (int variant = 0; variant < 8; variant++) {
      var options = options(Family.GAUSSIAN, variant);
      var paths = paths(hostile.gaussian(), options);
      endsWell(paths, options, hostile);
      relaxes(hostile.gaussian(), options, paths);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void relaxedLogits(HostileSamples.Named hostile) {
    for (int variant = 0; variant < 8; variant++) {
      var options = options(Family.BINOMIAL, variant);
      var paths = paths(hostile.binomial(), options);
      if (hostile.overlaps()) {
        endsWell(paths, options, hostile);
      }
      relaxes(hostile.binomial(), options, paths);
    }
  }

  private static ElasticNetOptions options(Family family, int variant) {
    return ElasticNetOptions.of(Objective.GLMNET)
        .family(family)
        .solve(variant < 4 ? Solve.EXACT : Solve.GLMNET)
        .stopping(Stopping.usual().threshold(1e-20))
        .standardize(variant % 2 == 0)
        .intercept(variant % 4 < 2);
  }

  /** The lines of gamma 0, 0.5 and 1. */
  private static List<FittedPath> paths(Sample sample, ElasticNetOptions options) {
    var grid =
        new TuningGrid(
            List.of(
                new TuningLine(1, 0, LAMBDAS),
                new TuningLine(1, 0.5, LAMBDAS),
                new TuningLine(1, 1, LAMBDAS)));
    return new ElasticNet(options).paths(sample, grid);
  }

  /** Passes of coordinate descent may run out where columns nearly agree, and then say so. */
  private static void endsWell(
      List<FittedPath> paths, ElasticNetOptions options, HostileSamples.Named hostile) {
    boolean mayRunOut = options.solve() == Solve.GLMNET && MAY_RUN_OUT.contains(hostile.name());
    assertThat(paths).as(hostile.name()).allMatch(path -> path.converged() || mayRunOut);
    assertThat(paths)
        .as(hostile.name())
        .flatExtracting(FittedPath::fits)
        .allMatch(fit -> Double.isFinite(fit.intercept()))
        .allMatch(fit -> Arrays.stream(fit.coefficients().toArray()).allMatch(Double::isFinite));
  }

  private static void relaxes(Sample sample, ElasticNetOptions options, List<FittedPath> paths) {
    int most = sample.rows() - 3;
    for (int k = 0; k < paths.get(2).fits().size(); k++) {
      var free = paths.get(0).fits().get(k);
      var half = paths.get(1).fits().get(k);
      var held = paths.get(2).fits().get(k);
      // glmnet blends with 1e-5 where 0 is asked for
      double gamma = options.solve() == Solve.GLMNET ? 1e-5 : 0;
      for (int j = 0; j < held.coefficients().size(); j++) {
        double penalised = held.coefficients().at(j);
        double alone = (free.coefficients().at(j) - gamma * penalised) / (1 - gamma);
        double size = Math.abs(alone) + Math.abs(penalised);
        assertThat(half.coefficients().at(j))
            .isCloseTo((alone + penalised) / 2, within(1e-9 * size));
      }
      if (gamma == 0 && free.converged() && held.nonzero() <= most) {
        isUnpenalised(sample, options, retained(held), free);
      }
    }
  }

  private static void isUnpenalised(
      Sample sample, ElasticNetOptions options, Set<Integer> retained, ElasticNetFit fit) {
    var others = new HashSet<Integer>();
    for (int j = 0; j < sample.predictors().count(); j++) {
      if (!retained.contains(j)) {
        others.add(j);
      }
    }
    var alone = options.penaltyFactors(PenaltyFactors.equal().excluding(others));
    var none = new double[sample.predictors().count()];
    assertThat(Optimality.violation(sample, alone, none, fit))
        .as("%s %s", retained, fit)
        .isLessThanOrEqualTo(1e-9);
  }

  private static Set<Integer> retained(ElasticNetFit fit) {
    var retained = new HashSet<Integer>();
    IntStream.range(0, fit.coefficients().size())
        .filter(j -> fit.coefficients().at(j) != 0)
        .forEach(retained::add);
    return retained;
  }

  /** With 40 columns and 10 rows at most 7 terms are fitted again, by the last fit that small. */
  @Test
  void moreTermsThanCanBeFittedAgainLeanOnTheLastThatCould() {
    var sample = HostileSamples.named("wide").gaussian();
    var lambdas = DoubleVector.of(0.3, 0.1, 0.001, 1e-5);
    var grid =
        new TuningGrid(List.of(new TuningLine(1, 0, lambdas), new TuningLine(1, 1, lambdas)));
    var paths =
        new ElasticNet(ElasticNetOptions.of(Objective.GLMNET).standardize(true))
            .paths(sample, grid);
    var free = paths.get(0).fits();
    var held = paths.get(1).fits();
    assertThat(held.get(3).nonzero()).isGreaterThan(7);
    int last = held.get(2).nonzero() <= 7 ? 2 : 1;
    assertThat(held.get(last).nonzero()).isBetween(1, 7);
    assertThat(free.get(3).coefficients()).isEqualTo(free.get(last).coefficients());
    assertThat(retained(free.get(3))).isEqualTo(retained(held.get(last)));
  }

  /**
   * R 4.2.2, glmnet 4.1-6: {@code glmnet(cbind(c(1,2,4), c(3,1,2)), c(1,3,4), lambda = c(0.5, 0.1),
   * relax = TRUE)} gives a fit without any lambda; here that is said.
   */
  @ParameterizedTest
  @EnumSource(Solve.class)
  void threeRowsHaveNoRelaxedFit(Solve solve) {
    var sample =
        Sample.of(Columns.of(3, new double[][] {{1, 2, 4}, {3, 1, 2}}), new double[] {1, 3, 4});
    var line = new TuningLine(1, 0.5, DoubleVector.of(0.5, 0.1));
    var options = ElasticNetOptions.of(Objective.GLMNET).solve(solve).standardize(true);
    assertThatExceptionOfType(NothingToRelaxException.class)
        .isThrownBy(() -> new ElasticNet(options).path(sample, line))
        .withMessageContaining("more than 0 terms");
  }

  /**
   * R: {@code x <- cbind(c(1,2,4,3,7), c(3,1,2,5,4)); m <- glmnet(x, c(1,3,4,2,6), lambda = c(0.5,
   * 0.1), relax = TRUE, lower.limits = 0, upper.limits = 0); coef(m, gamma = 0)}: the mean alone;
   * without limits the numbers below, and for {@code alpha = 0} the second fit's at both lambdas.
   */
  @Test
  void limitsOf0AndRidgePathsAreRelaxedAsInR() {
    double[][] x = {{1, 2, 4, 3, 7}, {3, 1, 2, 5, 4}};
    var sample = Sample.of(Columns.of(5, x), new double[] {1, 3, 4, 2, 6});
    var options = ElasticNetOptions.of(Objective.GLMNET).solve(Solve.GLMNET).standardize(true);
    var lambdas = DoubleVector.of(0.5, 0.1);
    var line = new TuningLine(1, 0, lambdas);
    var held = new ElasticNet(options.limits(ExtremeValuesTest.heldAt0(2))).path(sample, line);
    assertThat(held.fits()).allMatch(fit -> fit.nonzero() == 0 && fit.intercept() == 3.2);
    var fits = new ElasticNet(options).path(sample, line).fits();
    isClose(fits.get(0), 0.5377441049864334, 0.7830164397098724, 0);
    isClose(fits.get(1), 1.5133728036380678, 0.8876974079166258, -0.4438479968515318);
    var ridge = new ElasticNet(options).path(sample, new TuningLine(0, 0, lambdas)).fits();
    isClose(ridge.get(0), 1.5133757750236432, 0.8876957997979010, -0.4438471647788356);
    isClose(ridge.get(1), 1.5133739890676718, 0.8876975417955519, -0.4438485437241828);
  }

  private static void isClose(ElasticNetFit fit, double intercept, double first, double second) {
    assertThat(fit.intercept()).isCloseTo(intercept, within(1e-7));
    assertThat(fit.coefficients().at(0)).isCloseTo(first, within(1e-7));
    assertThat(fit.coefficients().at(1)).isCloseTo(second, within(1e-7));
  }

  /** Separated by the terms that are retained: no unpenalised fit exists, and that is said. */
  @Test
  void separatedClassesHaveNoRelaxedOptimum() {
    double[][] x = {{1, 2, 3, 4, 5, 6, 7, 8}, {2, 1, 2, 1, 2, 1, 2, 1}};
    var sample = Sample.of(Columns.of(8, x), new double[] {0, 0, 0, 0, 1, 1, 1, 1});
    var options = ElasticNetOptions.of(Objective.GLMNET).family(Family.BINOMIAL).standardize(true);
    var line = new TuningLine(1, 0.5, DoubleVector.of(0.45, 0.1));
    var path = new ElasticNet(options).path(sample, line);
    assertThat(path.fits()).extracting(ElasticNetFit::converged).containsExactly(true, false);
    assertThat(path.fits().get(0).nonzero()).isZero();
    assertThat(path.fits()).allMatch(fit -> Double.isFinite(fit.coefficients().at(0)));
  }
}
