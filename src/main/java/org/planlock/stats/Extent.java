package org.planlock.stats;

/** The lowest and the highest of some values, and whether the two count as one. */
public final class Extent {
  /** The square of a smaller difference underflows, and with it any variance made of it. */
  private static final double LEAST_DIFFERENCE = 1e-150;

  private double lowest = Double.POSITIVE_INFINITY;
  private double highest = Double.NEGATIVE_INFINITY;

  /** Takes one more value; one that is missing is like no other. */
  public void take(double value) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }

  /** Whether all values are equal, or differ by too little to be squared; true without any. */
  public boolean isOne() {
    return lowest >= highest || highest - lowest < LEAST_DIFFERENCE;
  }

  /** Whether all values are equal to the last bit; true without any. */
  public boolean isEqual() {
    return lowest >= highest;
  }
}
