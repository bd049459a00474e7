package org.planlock.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** An immutable sequence of doubles, compared by value. */
public final class DoubleVector {
  private final double[] values;

  private DoubleVector(double[] values) {
    this.values = values;
  }

  /** A copy of the given values. */
  public static DoubleVector of(double... values) {
    return new DoubleVector(values.clone());
  }

  /** A copy of the given values. */
  public static DoubleVector of(List<Double> values) {
    return new DoubleVector(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Takes the array over; the caller keeps no reference to it. */
  static DoubleVector owning(double[] values) {
    return new DoubleVector(values);
  }

  /** How many values there are. */
  public int size() {
    return values.length;
  }

  /** The value at a 0-based index. */
  public double at(int index) {
    return values[index];
  }

  /** A copy as an array. */
  public double[] toArray() {
    return values.clone();
  }

  /** The values as an immutable list. */
  public List<Double> toList() {
    return stream().boxed().toList();
  }

  /** The values in order. */
  public DoubleStream stream() {
    return Arrays.stream(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DoubleVector that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
