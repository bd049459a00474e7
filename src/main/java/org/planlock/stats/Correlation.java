package org.planlock.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A correlation of two variables.
 *
 * @param r the coefficient, -1 to 1
 * @param pTwoSided P of a coefficient at least as large under independence, by t(n - 2); empty
 *     below 3 pairs
 * @param pairs how many pairs there were
 */
public record Correlation(double r, OptionalDouble pTwoSided, int pairs) {

  /**
   * Pearson's product-moment correlation with t = r sqrt((n - 2) / (1 - r^2)); empty if either
   * variable is constant or there are fewer than 2 pairs.
   */
  public static Optional<Correlation> pearson(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " values against " + b.length);
    }
    if (a.length < 2 || Moments.constant(a) || Moments.constant(b)) {
      return Optional.empty();
    }
    double meanA = Moments.mean(a);
    double meanB = Moments.mean(b);
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - meanA) * (b[i] - meanB);
    }
    double scale =
        Math.sqrt(Moments.squaredDeviations(a, meanA))
            * Math.sqrt(Moments.squaredDeviations(b, meanB));
    if (!(scale > 0)) {
      return Optional.empty();
    }
    double r = Math.max(-1, Math.min(1, product / scale));
    return Optional.of(new Correlation(r, probability(r, a.length), a.length));
  }

  /** Spearman's: Pearson's of the mid-ranks, with the same t. */
  public static Optional<Correlation> spearman(double[] a, double[] b) {
    return pearson(midRanks(a), midRanks(b));
  }

  /** Square of the coefficient. */
  public double squared() {
    return r * r;
  }

  /** Ranks from 1; equal values share the mean of their ranks. */
  public static double[] midRanks(double[] values) {
    var order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .toList();
    if (Arrays.stream(values).anyMatch(Double::isNaN)) {
      throw new IllegalArgumentException("a missing value has no rank");
    }
    var ranks = new double[values.length];
    int start = 0;
    while (start < ranks.length) {
      int end = start;
      while (end + 1 < ranks.length && values[order.get(end + 1)] == values[order.get(start)]) {
        end++;
      }
      for (int k = start; k <= end; k++) {
        ranks[order.get(k)] = (start + end) / 2.0 + 1;
      }
      start = end + 1;
    }
    return ranks;
  }

  private static OptionalDouble probability(double r, int pairs) {
    if (pairs < 3) {
      return OptionalDouble.empty();
    }
    double rest = (1 - r) * (1 + r);
    double t = rest == 0 ? Double.POSITIVE_INFINITY : r * Math.sqrt((pairs - 2) / rest);
    return OptionalDouble.of(StudentT.twoSidedP(t, pairs - 2.0));
  }
}
