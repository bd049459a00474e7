package org.planlock.data;

import java.math.BigDecimal;

/**
 * The values that a column may hold, both ends included.
 *
 * @param low smallest value, may be negative infinity
 * @param high largest value, may be positive infinity
 */
public record Range(double low, double high) {
  public Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not a range: " + low + " .. " + high);
    }
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }

  @Override
  public String toString() {
    return shown(low) + " .. " + shown(high);
  }

  private static String shown(double end) {
    return Double.isInfinite(end)
        ? String.valueOf(end)
        : BigDecimal.valueOf(end).stripTrailingZeros().toPlainString();
  }
}
