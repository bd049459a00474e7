package org.planlock.stats;

/** An immutable matrix of finite numbers, held column by column. */
public final class Columns {
  /** Squares of larger numbers overflow, so they are refused instead of turning into infinity. */
  private static final double LARGEST = 1e150;

  private final int rows;
  private final double[][] columns;

  private Columns(int rows, double[][] columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * A copy of {@code columns[j][i]}, column j and row i.
   *
   * @throws IllegalArgumentException if a column has another length than {@code rows}, or a value
   *     is not a finite number below 1e150
   */
  public static Columns of(int rows, double[][] columns) {
    var copy = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      if (columns[j].length != rows) {
        throw new IllegalArgumentException(
            "column " + j + " has " + columns[j].length + " values instead of " + rows);
      }
      copy[j] = columns[j].clone();
      requireFinite("column " + j, copy[j]);
    }
    return new Columns(rows, copy);
  }

  /** A copy of {@code values[i][j]}, row i and column j; all rows of one length. */
  public static Columns ofRows(double[][] values) {
    int width = values.length == 0 ? 0 : values[0].length;
    var columns = new double[width][values.length];
    for (int i = 0; i < values.length; i++) {
      if (values[i].length != width) {
        throw new IllegalArgumentException(
            "row " + i + " has " + values[i].length + " values instead of " + width);
      }
      for (int j = 0; j < width; j++) {
        columns[j][i] = values[i][j];
      }
    }
    return of(values.length, columns);
  }

  /** How many rows each column has. */
  public int rows() {
    return rows;
  }

  /** How many columns there are; may be zero. */
  public int count() {
    return columns.length;
  }

  /** The value in a 0-based row and column. */
  public double at(int row, int column) {
    return columns[column][row];
  }

  /** A copy of one column. */
  public double[] column(int column) {
    return columns[column].clone();
  }

  /** The same columns at the given rows only, in the given order. */
  public Columns atRows(int... chosen) {
    var picked = new double[columns.length][];
    for (int j = 0; j < columns.length; j++) {
      picked[j] = at(columns[j], chosen);
    }
    return new Columns(chosen.length, picked);
  }

  /** The column itself, not a copy, for code of this room that only reads. */
  double[] shared(int column) {
    return columns[column];
  }

  /** The values at the given rows, in the given order. */
  static double[] at(double[] values, int... chosen) {
    var picked = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      picked[i] = values[chosen[i]];
    }
    return picked;
  }

  /** Refuses what no sum of squares survives: missing, infinite and astronomically large values. */
  static void requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) <= LARGEST)) {
        throw new IllegalArgumentException(
            what + " holds " + values[i] + " in row " + i + ", which is not a usable number");
      }
    }
  }
}
