package org.planlock.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which fold each row is left out with: one 0-based fold per row, at least two folds, none empty.
 */
public final class FoldAssignment {
  private final int[] folds;
  private final int count;

  private FoldAssignment(int[] folds) {
    this.folds = folds;
    this.count = Arrays.stream(folds).max().orElse(-1) + 1;
    if (count < 2) {
      throw new IllegalArgumentException("fewer than two folds");
    }
    var used = new boolean[count];
    for (int fold : folds) {
      if (fold < 0) {
        throw new IllegalArgumentException("a negative fold: " + fold);
      }
      used[fold] = true;
    }
    for (int fold = 0; fold < count; fold++) {
      if (!used[fold]) {
        throw new IllegalArgumentException("fold " + fold + " has no rows");
      }
    }
  }

  /** Folds as given, numbered from 0 without gaps. */
  public static FoldAssignment of(int... folds) {
    return new FoldAssignment(folds.clone());
  }

  /** How many rows there are. */
  public int rows() {
    return folds.length;
  }

  /** How many folds there are. */
  public int count() {
    return count;
  }

  /** The fold of a 0-based row. */
  public int foldOf(int row) {
    return folds[row];
  }

  /** The rows left out with a fold, ascending. */
  public int[] rowsIn(int fold) {
    return IntStream.range(0, folds.length).filter(row -> folds[row] == fold).toArray();
  }

  /** The rows that a fold is trained on, ascending. */
  public int[] rowsOutside(int fold) {
    return IntStream.range(0, folds.length).filter(row -> folds[row] != fold).toArray();
  }

  /** A copy as an array, one fold per row. */
  public int[] toArray() {
    return folds.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FoldAssignment that && Arrays.equals(folds, that.folds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(folds);
  }

  @Override
  public String toString() {
    return Arrays.toString(folds);
  }
}
