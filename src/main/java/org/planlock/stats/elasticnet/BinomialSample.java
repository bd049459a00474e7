package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.Arrays;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Moments;
import org.planlock.stats.Sample;
import org.planlock.stats.SparseVector;

/**
 * A sample with a binomial outcome at the scale that is penalised: rows of weight 0 left out,
 * weights summing to 1, columns centred if there is an intercept and divided by their 1/n standard
 * deviation if they are standardised. Constant and excluded columns are not in it. Source: R glmnet
 * 4.1-6, {@code family = "binomial"}.
 */
final class BinomialSample {
  /** A class whose share is this small is no class. Source: glmnet.control, {@code pmin}. */
  static final double SMALLEST_SHARE = 1e-9;

  /** A fit whose p (1 - p) sums to this little has nothing left to learn from. Source: glmnet. */
  static final double LEAST_VARIANCE = (1 + SMALLEST_SHARE) * SMALLEST_SHARE * (1 - SMALLEST_SHARE);

  private final int[] indexes;
  private final double[][] columns;
  private final double[] centres;
  private final double[] scales;
  private final double[] units;
  private final double[] factors;
  private final double[] lower;
  private final double[] upper;
  private final int given;

  /** Shares of class 1, one a row. */
  final double[] outcome;

  /** One a row, above 0, summing to 1. */
  final double[] weights;

  final boolean intercept;

  /**
   * The sample as these options see it.
   *
   * @throws IllegalArgumentException if an outcome lies outside 0 to 1, or a class is absent or has
   *     a single row
   */
  BinomialSample(Sample sample, ElasticNetOptions options) {
    requireTwoClasses(sample.outcome());
    int[] rows = weighted(sample.weights());
    var seen = sample.atRows(rows);
    outcome = seen.outcome().toArray();
    weights = normalised(seen.weights().toArray());
    requireBothSeen();
    intercept = options.intercept();
    given = sample.predictors().count();
    options.limits().requireFor(given);
    indexes = usable(seen.predictors(), options);
    int count = indexes.length;
    columns = new double[count][];
    centres = new double[count];
    scales = new double[count];
    units = new double[count];
    factors = new double[count];
    lower = new double[count];
    upper = new double[count];
    var effective = options.penaltyFactors().effective(given);
    for (int j = 0; j < count; j++) {
      scale(j, seen.predictors().column(indexes[j]), options);
      factors[j] = effective[indexes[j]];
      lower[j] = options.limits().lower(indexes[j]) * scales[j];
      upper[j] = options.limits().upper(indexes[j]) * scales[j];
    }
  }

  int rows() {
    return outcome.length;
  }

  /** How many columns take part. */
  int count() {
    return indexes.length;
  }

  /** One column at scale; not to be written to. */
  double[] column(int j) {
    return columns[j];
  }

  /** The penalty factor of a column. */
  double factor(int j) {
    return factors[j];
  }

  /** Size of the column at scale: violations are divided by it, to be those of unit columns. */
  double unit(int j) {
    return units[j];
  }

  /** A coefficient at scale, held between its limits. */
  double held(int j, double coefficient) {
    return Math.max(lower[j], Math.min(upper[j], coefficient));
  }

  double lower(int j) {
    return lower[j];
  }

  double upper(int j) {
    return upper[j];
  }

  /** Weighted share of class 1. */
  double share() {
    return DotKernels.one(weights, outcome, 0, weights.length);
  }

  /** Half the deviance of the saturated fit per weight; 0 unless outcomes are shares. */
  double saturated() {
    double sum = 0;
    for (int i = 0; i < outcome.length; i++) {
      double y = outcome[i];
      sum -= y > 0 ? weights[i] * y * StrictMath.log(y) : 0;
      sum -= y < 1 ? weights[i] * (1 - y) * StrictMath.log(1 - y) : 0;
    }
    return sum;
  }

  /** Coefficients in the units of all columns given. */
  SparseVector inUnits(double[] coefficients) {
    var all = new double[given];
    for (int j = 0; j < coefficients.length; j++) {
      all[indexes[j]] = coefficients[j] / scales[j];
    }
    return SparseVector.of(all);
  }

  /** The intercept that goes with coefficients in units. */
  double interceptInUnits(double constant, double[] coefficients) {
    double value = constant;
    for (int j = 0; j < coefficients.length; j++) {
      value -= coefficients[j] / scales[j] * centres[j];
    }
    return intercept ? value : 0;
  }

  private void scale(int j, double[] x, ElasticNetOptions options) {
    double mean = Moments.weightedMean(x, weights);
    centres[j] = options.intercept() ? mean : 0;
    double sd = UnitColumn.size(x, weights, mean);
    scales[j] = options.standardize() ? sd : 1;
    units[j] = (options.intercept() ? sd : UnitColumn.size(x, weights, 0)) / scales[j];
    columns[j] = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      columns[j][i] = (x[i] - centres[j]) / scales[j];
    }
  }

  private int[] usable(Columns predictors, ElasticNetOptions options) {
    var usable = new ArrayList<Integer>();
    for (int j = 0; j < given; j++) {
      var x = predictors.column(j);
      if (!options.penaltyFactors().excluded().contains(j)
          && !Moments.constant(x)
          && UnitColumn.tells(UnitColumn.size(x, weights, Moments.weightedMean(x, weights)))) {
        usable.add(j);
      }
    }
    return usable.stream().mapToInt(j -> j).toArray();
  }

  private static int[] weighted(DoubleVector weights) {
    var rows = new ArrayList<Integer>();
    for (int i = 0; i < weights.size(); i++) {
      if (weights.at(i) > 0) {
        rows.add(i);
      }
    }
    return rows.stream().mapToInt(i -> i).toArray();
  }

  private static double[] normalised(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static void requireTwoClasses(DoubleVector outcome) {
    int ones = 0;
    int zeros = 0;
    for (int i = 0; i < outcome.size(); i++) {
      double y = outcome.at(i);
      if (!(y >= 0 && y <= 1)) {
        throw new IllegalArgumentException("a binomial outcome is outside 0 to 1: " + y);
      }
      ones += y == 1 ? 1 : 0;
      zeros += y == 0 ? 1 : 0;
    }
    if (ones + zeros == outcome.size() && Math.min(ones, zeros) < 2) {
      throw new IllegalArgumentException(
          "each class of a binomial outcome needs 2 rows or more, found "
              + zeros
              + " of class 0 and "
              + ones
              + " of class 1");
    }
  }

  private void requireBothSeen() {
    double share = share();
    if (!(share > SMALLEST_SHARE && share < 1 - SMALLEST_SHARE)) {
      throw new IllegalArgumentException(
          "the rows of positive weight are all of one class of the binomial outcome");
    }
  }
}
