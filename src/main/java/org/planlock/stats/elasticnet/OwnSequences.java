package org.planlock.stats.elasticnet;

import java.util.HashSet;
import java.util.List;

/**
 * A sequence of lambda for each l1Ratio, found on the sample that is fitted by glmnet's rules: it
 * starts at the smallest lambda that keeps every penalised coefficient at 0 (for l1Ratio 0, that of
 * 0.001), falls geometrically, and ends early where the fit improves no more. The first fit is
 * always the one without penalised terms; its lambda is what continues the sequence upwards, and
 * where it has fewer than 3 values what glmnet takes for infinite. Source: R glmnet 4.1-6, {@code
 * lambda = NULL}.
 *
 * @param l1Ratios the mixing shares
 * @param count the most values of lambda, 1 or more; glmnet's {@code nlambda}
 * @param smallest how far lambda falls
 * @param gammas how far fits are relaxed, see {@link TuningLine}; lines are every l1Ratio with
 *     every gamma, in that order
 */
public record OwnSequences(
    List<Double> l1Ratios, int count, SmallestRatio smallest, List<Double> gammas)
    implements Strengths {
  public OwnSequences {
    l1Ratios = List.copyOf(l1Ratios);
    gammas = List.copyOf(gammas);
    requireShares("l1Ratio", l1Ratios);
    requireShares("gamma", gammas);
    if (count < 1) {
      throw new IllegalArgumentException("no value of lambda: " + count);
    }
  }

  /** Sequences of penalised fits only. */
  public OwnSequences(List<Double> l1Ratios, int count, SmallestRatio smallest) {
    this(l1Ratios, count, smallest, List.of(1.0));
  }

  /** The same, relaxed by these. */
  public OwnSequences gammas(Double... by) {
    return new OwnSequences(l1Ratios, count, smallest, List.of(by));
  }

  @Override
  public List<Strengths> byL1Ratio() {
    return l1Ratios.stream()
        .<Strengths>map(one -> new OwnSequences(List.of(one), count, smallest, gammas))
        .toList();
  }

  private static void requireShares(String what, List<Double> shares) {
    if (shares.isEmpty() || new HashSet<>(shares).size() != shares.size()) {
      throw new IllegalArgumentException("no " + what + ", or one twice");
    }
    for (double share : shares) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(what + " outside 0 to 1: " + share);
      }
    }
  }

  /** glmnet's defaults: 100 values and its usual smallest ratio. */
  public static OwnSequences usual(Double... l1Ratios) {
    return new OwnSequences(List.of(l1Ratios), 100, SmallestRatio.usual());
  }
}
