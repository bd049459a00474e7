package org.planlock.stats.elasticnet;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How heavily each column is penalised.
 *
 * @param factors one per column, 0 = unpenalised; empty = 1 for every column
 * @param rescaled whether the factors are scaled to sum to the number of columns, as glmnet does;
 *     glmnet counts constant and excluded columns too, and an excluded one with factor 1
 * @param excluded 0-based columns that always get coefficient 0
 */
public record PenaltyFactors(List<Double> factors, boolean rescaled, Set<Integer> excluded) {
  public PenaltyFactors {
    factors = List.copyOf(factors);
    excluded = Set.copyOf(new TreeSet<>(excluded));
    for (double factor : factors) {
      if (!(factor >= 0) || Double.isInfinite(factor)) {
        throw new IllegalArgumentException("a penalty factor is not 0 or more: " + factor);
      }
    }
  }

  /** Factor 1 for every column. */
  public static PenaltyFactors equal() {
    return new PenaltyFactors(List.of(), false, Set.of());
  }

  /** Factors used exactly as they are. */
  public static PenaltyFactors asGiven(List<Double> factors) {
    return new PenaltyFactors(factors, false, Set.of());
  }

  /** Factors scaled to sum to the number of columns: glmnet's {@code penalty.factor}. */
  public static PenaltyFactors rescaled(List<Double> factors) {
    return new PenaltyFactors(factors, true, Set.of());
  }

  /** The same with these 0-based columns held at coefficient 0: glmnet's {@code exclude}. */
  public PenaltyFactors excluding(Set<Integer> columns) {
    return new PenaltyFactors(factors, rescaled, columns);
  }

  /** The factor in force for each of {@code count} columns. */
  double[] effective(int count) {
    if (!factors.isEmpty() && factors.size() != count) {
      throw new IllegalArgumentException(
          factors.size() + " penalty factors for " + count + " columns");
    }
    var effective = new double[count];
    for (int j = 0; j < count; j++) {
      effective[j] = factors.isEmpty() || excluded.contains(j) ? 1 : factors.get(j);
    }
    if (rescaled && !rescale(effective)) {
      double largest = Arrays.stream(effective).max().orElse(0);
      Arrays.setAll(effective, j -> effective[j] / largest);
      rescale(effective);
    }
    return effective;
  }

  /** Scales factors to sum to their number; false if they are too large or too small for that. */
  private static boolean rescale(double[] effective) {
    double sum = 0;
    for (double factor : effective) {
      sum += factor;
    }
    double scale = effective.length / sum;
    if (sum == 0) {
      return true;
    }
    if (scale == 0 || Double.isInfinite(scale)) {
      return false;
    }
    for (int j = 0; j < effective.length; j++) {
      effective[j] *= scale;
    }
    return true;
  }
}
