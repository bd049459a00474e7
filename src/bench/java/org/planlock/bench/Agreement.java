package org.planlock.bench;

import java.util.List;
import java.util.Locale;

/**
 * How far cross-validated errors of two programs lie apart.
 *
 * @param what data and modes
 * @param deviation largest relative difference over all cells
 * @param bound what it may be
 */
record Agreement(String what, double deviation, double bound) {
  static Agreement of(String what, List<double[]> theirs, List<double[]> ours, double bound) {
    double worst = theirs.size() == ours.size() ? 0 : Double.POSITIVE_INFINITY;
    for (int line = 0; line < Math.min(theirs.size(), ours.size()); line++) {
      worst = Math.max(worst, largest(theirs.get(line), ours.get(line)));
    }
    return new Agreement(what, worst, bound);
  }

  boolean holds() {
    return deviation <= bound;
  }

  String row() {
    return String.format(
        Locale.ROOT, "| %s | %.1e | %.0e | %s |", what, deviation, bound, holds() ? "yes" : "NO");
  }

  private static double largest(double[] theirs, double[] ours) {
    if (theirs.length != ours.length) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int k = 0; k < theirs.length; k++) {
      double apart = Math.abs(theirs[k] - ours[k]) / Math.abs(theirs[k]);
      largest = Math.max(largest, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
    }
    return largest;
  }
}
