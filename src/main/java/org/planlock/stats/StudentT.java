package org.planlock.stats;

import org.apache.commons.math3.special.Beta;

/** Student's t distribution. */
public final class StudentT {
  private StudentT() {}

  /**
   * P(|T| >= |t|) = I_x(df/2, 1/2) at x = df / (df + t^2), without a subtraction from 1, so small
   * probabilities keep their digits. Source: Abramowitz, Stegun 26.7.1 with 26.5.27.
   */
  public static double twoSidedP(double t, double degreesOfFreedom) {
    if (Double.isNaN(t) || !(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException("no p value for t " + t + " on " + degreesOfFreedom);
    }
    if (Double.isInfinite(t)) {
      return 0;
    }
    double x = degreesOfFreedom / (degreesOfFreedom + t * t);
    return Beta.regularizedBeta(x, degreesOfFreedom / 2, 0.5);
  }
}
