package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Sample;

/**
 * The logistic fits of one sample along the strengths of one l1Ratio, given or found. Source of the
 * rules for what is found: R glmnet 4.1-6, {@code lambda = NULL}, {@code glmnet.control()}.
 */
final class BinomialPath {
  /** glmnet's floor of the mixing share, so that ridge regression has a first value. */
  private static final double SMALLEST_SHARE = 1e-3;

  /** A path goes on while the share of deviance explained grows by this; glmnet's fdev. */
  private static final double LEAST_GAIN = 1e-5;

  /** A path ends where this share of deviance is explained; glmnet's devmax. */
  private static final double MOST_EXPLAINED = 0.999;

  /** No path ends before so many values; glmnet's mnlam. */
  private static final int FEWEST = 5;

  private final BinomialSample sample;
  private final Sample given;
  private final ElasticNetOptions options;
  private final double l1Ratio;
  private final BinomialPoint point;
  private final double nothing;
  private final double everything;
  private final List<Double> lambdas = new ArrayList<>();
  private final List<ElasticNetFit> fits = new ArrayList<>();

  BinomialPath(BinomialSample sample, Sample given, ElasticNetOptions options, double l1Ratio) {
    this.sample = sample;
    this.given = given;
    this.options = options;
    this.l1Ratio = l1Ratio;
    point =
        options.solve() == Solve.GLMNET
            ? new BinomialDescent(sample, l1Ratio, options.stopping())
            : new BinomialNewton(sample, l1Ratio, options.stopping());
    nothing = point.halfDeviance();
    everything = sample.saturated();
  }

  /** The fits at given strengths. */
  FittedPath along(TuningLine line) {
    double previous = 0;
    for (double lambda : line.lambdas().toList()) {
      fit(lambda, previous);
      previous = lambda;
    }
    return new FittedPath(line, fits);
  }

  /** The fits at strengths that the sample itself suggests. */
  FittedPath own(OwnSequences sequences) {
    var atNothing = point.gradients();
    fit(Math.max(PathCourse.HUGE, 2 * entry(most())), 0);
    double largest = entry(l1Ratio == 0 ? atNothing : point.gradients());
    if (largest == 0) {
      return new FittedPath(line(List.of(0.0)), List.of(fits.get(0).labelled(0)));
    }
    double ratio = sequences.smallest().in(given.rows(), given.predictors().count());
    double factor = StrictMath.pow(ratio, 1 / (sequences.count() - 1.0));
    double explained = explained();
    double previous = largest;
    boolean over = false;
    while (!over && fits.size() < sequences.count()) {
      double lambda = previous * factor;
      fit(lambda, previous);
      previous = lambda;
      double before = explained;
      explained = explained();
      over = !point.converged() || last(sequences, explained - before, explained);
    }
    return relabelled();
  }

  private boolean last(OwnSequences sequences, double gain, double explained) {
    return fits.size() >= Math.min(FEWEST, sequences.count())
        && (gain < leastGain() || explained > MOST_EXPLAINED || point.exhausted());
  }

  /** glmnet lets a path with a limit of 0 go on without any gain. */
  private double leastGain() {
    return options.limits().anyIs0() ? 0 : LEAST_GAIN;
  }

  /** What no gradient can exceed: residuals of all rows together are at most 1. */
  private double[] most() {
    var most = new double[sample.count()];
    Arrays.setAll(most, j -> Arrays.stream(sample.column(j)).map(Math::abs).max().orElse(0));
    return most;
  }

  private double entry(double[] gradients) {
    double largest = 0;
    for (int j = 0; j < gradients.length; j++) {
      if (sample.factor(j) > 0) {
        largest = Math.max(largest, gradients[j] / sample.factor(j));
      }
    }
    return largest / Math.max(l1Ratio, SMALLEST_SHARE);
  }

  private double explained() {
    return (nothing - point.halfDeviance()) / (nothing - everything);
  }

  private void fit(double lambda, double previous) {
    point.advance(lambda, previous);
    var coefficients = point.coefficients();
    var penalty = new LogitPenalty(sample, l1Ratio);
    penalty.strength(lambda);
    var logits = new Logits(sample);
    logits.moveTo(point.constant(), coefficients);
    lambdas.add(lambda);
    fits.add(
        new ElasticNetFit(
            l1Ratio,
            lambda,
            sample.interceptInUnits(point.constant(), coefficients),
            sample.inUnits(coefficients),
            penalty.violation(logits, coefficients, logits.descents()),
            point.iterations(),
            point.converged() ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED));
  }

  /** The path with the first strength, which was endless, where the others point to. */
  private FittedPath relabelled() {
    if (lambdas.size() > 2) {
      double label = PathCourse.above(lambdas.get(1), lambdas.get(2));
      lambdas.set(0, label);
      fits.set(0, fits.get(0).labelled(label));
    }
    return new FittedPath(line(lambdas), fits);
  }

  private TuningLine line(List<Double> strengths) {
    return new TuningLine(l1Ratio, DoubleVector.of(strengths));
  }
}
