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
   * @param order positions by ascending column, as many as there are members
   */
  SparseVector coefficients(int[] columns, double[] coefficients, int[] order) {
    int nonzero = 0;
    for (int t = 0; t < order.length; t++) {
      nonzero += coefficients[t] == 0 ? 0 : 1;
    }
    var places = new int[nonzero];
    var values = new double[nonzero];
    int count = 0;
    for (int t : order) {
      if (coefficients[t] != 0) {
        places[count] = indices[columns[t]];
        values[count++] = coefficients[t] * units[columns[t]];
      }
    }
    return SparseVector.ascending(given, places, values);
  }

  /**
   * Positions 0 to size - 1 by ascending column.
   *
   * @param known the same for fewer positions, whose columns are what they were
   */
  static int[] order(int[] columns, int size, int[] known) {
    var order = Arrays.copyOf(known, size);
    for (int t = known.length; t < size; t++) {
      int place = t;
      for (; place > 0 && columns[order[place - 1]] > columns[t]; place--) {
        order[place] = order[place - 1];
      }
      order[place] = t;
    }
    return order;
  }
}
