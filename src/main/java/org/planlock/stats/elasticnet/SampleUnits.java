package org.planlock.stats.elasticnet;

import java.util.Arrays;
import org.planlock.stats.SparseVector;

/** Tells coefficients at the unit scale of a problem in the units of its sample. */
final class SampleUnits {
  private final int given;
  private final double outcomeCentre;
  private final int[] indices;
  private final double[] units;
  private final double[] centres;

  SampleUnits(UnitProblem problem) {
    given = problem.given();
    outcomeCentre = problem.outcomeCentre();
    int count = problem.count();
    indices = new int[count];
    units = new double[count];
    centres = new double[count];
    for (int j = 0; j < count; j++) {
      indices[j] = problem.index(j);
      units[j] = problem.outcomeSize() / problem.size(j);
      centres[j] = problem.centre(j);
    }
  }

  /** What a coefficient of a column at unit scale is multiplied by. */
  double unit(int column) {
    return units[column];
  }

  /** The intercept that goes with coefficients at unit scale. */
  double intercept(int[] columns, double[] coefficients, int size) {
    double intercept = outcomeCentre;
    for (int t = 0; t < size; t++) {
      int column = columns[t];
      intercept -= centres[column] * (coefficients[t] * units[column]);
    }
    return intercept;
  }

  /**
   * The coefficients, one per column of the sample.
   *
   * @param order positions 0 to size - 1 sorted by {@link #order}
   */
  SparseVector coefficients(int[] columns, double[] coefficients, int[] order) {
    var places = new int[order.length];
    var values = new double[order.length];
    int count = 0;
    for (int t : order) {
      if (coefficients[t] != 0) {
        places[count] = indices[columns[t]];
        values[count++] = coefficients[t] * units[columns[t]];
      }
    }
    return SparseVector.ascending(
        given, Arrays.copyOf(places, count), Arrays.copyOf(values, count));
  }

  /** Positions 0 to size - 1 by ascending column. */
  static int[] order(int[] columns, int size) {
    var keys = new long[size];
    for (int t = 0; t < size; t++) {
      keys[t] = ((long) columns[t] << 32) | t;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
