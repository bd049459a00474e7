package org.planlock.stats.elasticnet;

import java.util.HashSet;
import java.util.List;
import org.planlock.stats.Columns;
import org.planlock.stats.Moments;
import org.planlock.stats.Sample;

/** Largest useful value of lambda, by each formula that analyses in print use. */
public final class LambdaMax {
  /** glmnet's floor of the mixing share, so that ridge regression has a first value. */
  private static final double SMALLEST_SHARE = 1e-3;

  private LambdaMax() {}

  /**
   * max_j |x_j'(y - mean(y))| / (n * l1Ratio), columns exactly as given and weights not used.
   *
   * @throws IllegalArgumentException at l1Ratio 0, where no such value exists
   */
  public static double ofGradient(Columns predictors, double[] outcome, double l1Ratio) {
    if (!(l1Ratio > 0 && l1Ratio <= 1)) {
      throw new IllegalArgumentException("l1Ratio outside (0, 1]: " + l1Ratio);
    }
    return largestProduct(predictors, outcome) / l1Ratio;
  }

  /** The same with max(l1Ratio, 0.001), which is defined at l1Ratio 0. */
  public static double ofGradientFloored(Columns predictors, double[] outcome, double l1Ratio) {
    return ofGradient(predictors, outcome, Math.max(l1Ratio, SMALLEST_SHARE));
  }

  /**
   * glmnet's first value: max_j |x_j'r| / f_j over penalised columns, divided by max(l1Ratio,
   * 0.001). The columns are centred if an intercept is fitted and divided by their 1/n standard
   * deviation if they are standardised, rows count by their weight, and r is the outcome less the
   * fit of the unpenalised columns.
   */
  public static double ofGlmnet(Sample sample, ElasticNetOptions options, double l1Ratio) {
    if (options.family() == Family.BINOMIAL) {
      return ofOwnSequence(sample, options, l1Ratio);
    }
    var factors = options.penaltyFactors().effective(sample.predictors().count());
    var unit = new UnitSample(sample, options);
    if (unit.flat()) {
      return 0;
    }
    var penalised = new HashSet<>(options.penaltyFactors().excluded());
    for (int j = 0; j < factors.length; j++) {
      if (factors[j] > 0) {
        penalised.add(j);
      }
    }
    var unpenalised = options.penaltyFactors(new PenaltyFactors(List.of(), false, penalised));
    var fitted = new ElasticNet(unpenalised).fit(sample, 0, 0).predict(sample.predictors());
    var y = sample.outcome().toArray();
    var rest = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      rest[i] = y[i] - fitted.at(i);
    }
    var unitRest =
        new UnitSample(Sample.of(sample.predictors(), rest, sample.weights().toArray()), options);
    var gradient = new double[unitRest.count()];
    System.arraycopy(unitRest.moments(), 0, gradient, 0, gradient.length);
    return new UnitPenalty(unitRest, Math.max(l1Ratio, SMALLEST_SHARE), factors, options)
        .entry(gradient);
  }

  /** The label of the first fit of an own sequence is the value that the next one follows from. */
  private static double ofOwnSequence(Sample sample, ElasticNetOptions options, double l1Ratio) {
    var three = new OwnSequences(List.of(l1Ratio), 3, SmallestRatio.usual());
    return new BinomialNet(options).paths(sample, three).get(0).line().lambdas().at(0);
  }

  private static double largestProduct(Columns predictors, double[] outcome) {
    if (outcome.length != predictors.rows()) {
      throw new IllegalArgumentException(
          outcome.length + " outcomes for " + predictors.rows() + " rows");
    }
    double mean = Moments.mean(outcome);
    double largest = 0;
    for (int j = 0; j < predictors.count(); j++) {
      var x = predictors.column(j);
      double product = 0;
      for (int i = 0; i < outcome.length; i++) {
        product += x[i] * (outcome[i] - mean);
      }
      largest = Math.max(largest, Math.abs(product));
    }
    return largest / outcome.length;
  }
}
