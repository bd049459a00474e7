package org.planlock.stats.elasticnet;

import java.util.HashSet;
import java.util.List;

/**
 * A sequence of lambda for each l1Ratio, found on the sample that is fitted by glmnet's rules: it
 * starts at the smallest lambda that keeps every penalised coefficient at 0 (for l1Ratio 0, that of
 * 0.001), falls geometrically, and ends early where the fit improves no more. The first fit is
 * always the one without penalised terms, whatever its lambda. Source: R glmnet 4.1-6, {@code
 * lambda = NULL}.
 *
 * @param l1Ratios the mixing shares
 * @param count the most values of lambda, 3 or more; glmnet's {@code nlambda}
 * @param smallest how far lambda falls
 */
public record OwnSequences(List<Double> l1Ratios, int count, SmallestRatio smallest)
    implements Strengths {
  public OwnSequences {
    l1Ratios = List.copyOf(l1Ratios);
    if (l1Ratios.isEmpty() || new HashSet<>(l1Ratios).size() != l1Ratios.size()) {
      throw new IllegalArgumentException("no l1Ratio, or one twice");
    }
    for (double l1Ratio : l1Ratios) {
      if (!(l1Ratio >= 0 && l1Ratio <= 1)) {
        throw new IllegalArgumentException("l1Ratio outside 0 to 1: " + l1Ratio);
      }
    }
    if (count < 3) {
      throw new IllegalArgumentException("fewer than 3 values of lambda: " + count);
    }
  }

  /** glmnet's defaults: 100 values and its usual smallest ratio. */
  public static OwnSequences usual(Double... l1Ratios) {
    return new OwnSequences(List.of(l1Ratios), 100, SmallestRatio.usual());
  }
}
