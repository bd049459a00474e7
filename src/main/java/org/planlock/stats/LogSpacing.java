package org.planlock.stats;

/** Sequences whose logarithms are evenly spaced. */
public final class LogSpacing {
  private LogSpacing() {}

  /**
   * {@code count} values from {@code from} to {@code to}, both ends exactly included: numpy's
   * {@code exp(linspace(log(from), log(to), count))} to rounding.
   *
   * @param from first value, above 0
   * @param to last value, above 0
   * @param count how many, 2 or more, or 1 if both ends are the same
   */
  public static DoubleVector between(double from, double to, int count) {
    boolean single = count == 1 && from == to;
    if (!(from > 0 && to > 0) || Double.isInfinite(from + to) || (count < 2 && !single)) {
      throw new IllegalArgumentException(
          "no logarithmic spacing of " + count + " values from " + from + " to " + to);
    }
    double start = StrictMath.log(from);
    double stride = single ? 0 : (StrictMath.log(to) - start) / (count - 1);
    var values = new double[count];
    for (int k = 0; k < count; k++) {
      values[k] = StrictMath.exp(start + k * stride);
    }
    values[0] = from;
    values[count - 1] = to;
    return DoubleVector.owning(values);
  }
}
