package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * The columns that a solver looks at, packed: first the members, in the order in which they
 * entered, then candidates. Rows of X'X between members and all of them lie side by side, so that a
 * sweep over members reads memory in order.
 */
final class WorkingSet {
  private final UnitProblem problem;
  private final int[] positionOf;
  private int[] columnAt;
  private int members;
  private int size;
  private double[] entries = new double[64];

  /** Row t: products of member t with the columns at all positions. */
  double[][] rows;

  /** x'r of the column at each position. */
  double[] gradient;

  /** Coefficient of each member. */
  double[] coefficients;

  private WorkingSet(UnitProblem problem, int capacity) {
    this.problem = problem;
    positionOf = new int[problem.count()];
    Arrays.fill(positionOf, -1);
    columnAt = new int[capacity];
    rows = new double[Math.min(64, capacity)][];
    gradient = new double[capacity];
    coefficients = new double[Math.min(64, capacity)];
  }

  /** Every column of the problem is a candidate; the residual is the outcome. */
  static WorkingSet ofAll(UnitProblem problem) {
    var set = new WorkingSet(problem, problem.count());
    for (int j = 0; j < problem.count(); j++) {
      set.columnAt[j] = j;
      set.positionOf[j] = j;
    }
    System.arraycopy(problem.moments(), 0, set.gradient, 0, problem.count());
    set.size = problem.count();
    return set;
  }

  /** No column is looked at yet. */
  static WorkingSet empty(UnitProblem problem) {
    return new WorkingSet(problem, Math.min(64, problem.count()));
  }

  UnitProblem problem() {
    return problem;
  }

  /** How many columns there are. */
  int size() {
    return size;
  }

  /** How many of them are members, at positions 0 to members - 1. */
  int members() {
    return members;
  }

  int columnAt(int position) {
    return columnAt[position];
  }

  /** Columns by position, not to be written to. */
  int[] columns() {
    return columnAt;
  }

  /** Position of a column; -1 for one that is not looked at. */
  int positionOf(int column) {
    return positionOf[column];
  }

  /** Looks at one more column, whose product with the current residual is known. */
  void add(int column, double product) {
    if (size == columnAt.length) {
      widen(Math.min(2 * size, problem.count()));
    }
    columnAt[size] = column;
    positionOf[column] = size;
    gradient[size] = product;
    if (entries.length < members) {
      entries = new double[2 * members];
    }
    problem.gramInto(column, columnAt, 0, members, entries);
    for (int t = 0; t < members; t++) {
      rows[t][size] = entries[t];
    }
    size++;
  }

  /** Makes the candidate at a position the last member; its coefficient is 0. */
  void admit(int position) {
    if (members == rows.length) {
      int capacity = Math.min(2 * members, problem.count());
      rows = Arrays.copyOf(rows, capacity);
      coefficients = Arrays.copyOf(coefficients, capacity);
    }
    swap(position, members);
    var row = new double[columnAt.length];
    problem.gramInto(columnAt[members], columnAt, 0, size, row);
    rows[members] = row;
    coefficients[members] = 0;
    members++;
  }

  /**
   * Brings the products of columns from a position on up to date with changed coefficients.
   *
   * @param changes what was added to each member's coefficient
   */
  void carry(double[] changes, int from) {
    RowKernels.subtract(gradient, changes, rows, members, from, size);
  }

  private void swap(int a, int b) {
    if (a == b) {
      return;
    }
    int column = columnAt[a];
    columnAt[a] = columnAt[b];
    columnAt[b] = column;
    positionOf[columnAt[a]] = a;
    positionOf[columnAt[b]] = b;
    double product = gradient[a];
    gradient[a] = gradient[b];
    gradient[b] = product;
    for (int t = 0; t < members; t++) {
      double entry = rows[t][a];
      rows[t][a] = rows[t][b];
      rows[t][b] = entry;
    }
  }

  private void widen(int capacity) {
    columnAt = Arrays.copyOf(columnAt, capacity);
    gradient = Arrays.copyOf(gradient, capacity);
    for (int t = 0; t < members; t++) {
      rows[t] = Arrays.copyOf(rows[t], capacity);
    }
  }
}
