package org.planlock.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** An immutable sequence of doubles of which most are 0, compared by value. */
public final class SparseVector {
  private final int size;
  private final int[] places;
  private final double[] values;

  private SparseVector(int size, int[] places, double[] values) {
    this.size = size;
    this.places = places;
    this.values = values;
  }

  /** The nonzero values among these. */
  public static SparseVector of(double... dense) {
    int count = (int) Arrays.stream(dense).filter(value -> value != 0).count();
    var places = new int[count];
    var values = new double[count];
    int next = 0;
    for (int j = 0; j < dense.length; j++) {
      if (dense[j] != 0) {
        places[next] = j;
        values[next++] = dense[j];
      }
    }
    return new SparseVector(dense.length, places, values);
  }

  /**
   * Values at places, 0 elsewhere; takes the arrays over, the caller keeps no reference to them.
   *
   * @param places 0-based, below size, ascending, each at most once
   * @param values one per place, none of them 0
   */
  public static SparseVector ascending(int size, int[] places, double[] values) {
    if (places.length != values.length
        || (places.length > 0 && places[places.length - 1] >= size)) {
      throw new IllegalArgumentException("places and values do not fit " + size);
    }
    return new SparseVector(size, places, values);
  }

  /** How many values there are, zeros included. */
  public int size() {
    return size;
  }

  /** How many values differ from 0. */
  public int nonzero() {
    return places.length;
  }

  /** The 0-based place of the k-th value that differs from 0, ascending. */
  public int place(int k) {
    return places[k];
  }

  /** The k-th value that differs from 0. */
  public double value(int k) {
    return values[k];
  }

  /** The value at a 0-based index. */
  public double at(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " of " + size);
    }
    int found = Arrays.binarySearch(places, index);
    return found < 0 ? 0 : values[found];
  }

  /** All values, zeros included. */
  public double[] toArray() {
    var dense = new double[size];
    for (int k = 0; k < places.length; k++) {
      dense[places[k]] = values[k];
    }
    return dense;
  }

  /** All values in order, zeros included. */
  public DoubleStream stream() {
    return Arrays.stream(toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SparseVector that
        && size == that.size
        && Arrays.equals(places, that.places)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(places) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(toArray());
  }
}
