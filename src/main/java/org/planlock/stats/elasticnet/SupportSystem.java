package org.planlock.stats.elasticnet;

/** Solves (G_AA + curvature * Q_AA) d = right for the support A. */
interface SupportSystem {

  /** Position of the first member that depends linearly on those before it, or -1. */
  int prepare(Support support, double curvature);

  /**
   * Replaces {@code right}, one value per member, by the solution; needs a clean {@link #prepare}.
   */
  void solve(Support support, double[] right);
}
