package org.planlock.stats.elasticnet;

/** Where coefficients of a logistic fit have to stop: at the kink of their penalty or a limit. */
final class Kinks {
  private final BinomialSample sample;
  private final LogitPenalty penalty;

  Kinks(BinomialSample sample, LogitPenalty penalty) {
    this.sample = sample;
    this.penalty = penalty;
  }

  /** How many times the direction coefficient j may move. */
  double reach(int j, double direction, double coefficient) {
    return direction == 0
        ? Double.POSITIVE_INFINITY
        : Math.abs((end(j, direction, coefficient) - coefficient) / direction);
  }

  /** Where a coefficient that moves in this direction meets a kink or a limit. */
  double end(int j, double direction, double coefficient) {
    if (penalty.slope(j) > 0 && direction * coefficient < 0) {
      return 0;
    }
    return direction > 0 ? sample.upper(j) : sample.lower(j);
  }
}
