package org.planlock.stats.elasticnet;

import java.util.Arrays;

/** How far our numbers are from theirs. */
final class Deviations {
  private Deviations() {}

  /** Largest |ours - theirs| / |theirs|. */
  static double relative(double[] theirs, double[] ours) {
    double worst = 0;
    for (int k = 0; k < theirs.length; k++) {
      double off = Math.abs(theirs[k] - ours[k]);
      worst = Math.max(worst, off == 0 ? 0 : off / Math.abs(theirs[k]));
    }
    return worst;
  }

  /** Largest |ours - theirs| as a share of the largest |theirs|. */
  static double ofLargest(double[] theirs, double[] ours) {
    double largest = Arrays.stream(theirs).map(Math::abs).max().orElse(0);
    double worst = 0;
    for (int j = 0; j < theirs.length; j++) {
      worst = Math.max(worst, Math.abs(theirs[j] - ours[j]));
    }
    return largest == 0 ? worst : worst / largest;
  }
}
