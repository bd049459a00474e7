package org.planlock.deviation;

import java.util.Optional;

/**
 * One step of an analysis that two programs made.
 *
 * @param step what it is called: rows, column, fold vector, lambda, cv error, choice, coefficient
 * @param path where the plan speaks of it
 * @param told whether both traces tell of it
 * @param first where they part, if they do: what, here, there
 * @param largest how far they are apart at most, relative to the largest number; NaN for words
 */
record Parting(String step, String path, boolean told, Optional<Difference> first, double largest) {
  /** What differs, and its two values. */
  record Difference(String what, String here, String there) {
    String text() {
      return what + ": " + here + " here, " + there + " there";
    }
  }

  static Parting untold(String step, String path) {
    return new Parting(step, path, false, Optional.empty(), Double.NaN);
  }

  static Parting words(String step, String path, Optional<Difference> first) {
    return new Parting(step, path, true, first, Double.NaN);
  }
}
