package org.planlock.stats.tuning;

/**
 * How much worse than the best a cell may be and still count as tied with it.
 *
 * @param amount 0 or more; in squared outcome units, or a share of the smallest error
 * @param relative whether the amount is a share
 */
public record TieTolerance(double amount, boolean relative) {
  public TieTolerance {
    if (!(amount >= 0) || Double.isInfinite(amount)) {
      throw new IllegalArgumentException("a tie tolerance is not 0 or more: " + amount);
    }
  }

  /** Tied if mse <= smallest + amount. */
  public static TieTolerance absolute(double amount) {
    return new TieTolerance(amount, false);
  }

  /** Tied if mse <= smallest * (1 + amount). */
  public static TieTolerance relative(double amount) {
    return new TieTolerance(amount, true);
  }

  double limit(double smallest) {
    return relative ? smallest * (1 + amount) : smallest + amount;
  }
}
