package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * Solves (M + shift I) x = b for one positive semidefinite M, one b and many shifts: with Q from
 * Lanczos' tridiagonalisation started at b, Q'MQ = T and x = |b| Q (T + shift I)^-1 e_1, so a new
 * shift costs one tridiagonal system and one product. Every new direction is made orthogonal to all
 * before it, twice, so that rounding does no harm. Source: Golub, Van Loan, Matrix Computations,
 * 10.1 and 10.2.7.
 */
final class ShiftedSystems {
  /** A new direction shorter than this share of the one before is rounding: the space is closed. */
  private static final double CLOSED = 1e-14;

  private final double size;
  private final double[][] directions;
  private final double[] diagonal;
  private final double[] beside;
  private int count;

  /**
   * Prepares the systems.
   *
   * @param matrix M, symmetric
   */
  ShiftedSystems(double[][] matrix, double[] right) {
    int n = right.length;
    directions = new double[n][];
    diagonal = new double[n];
    beside = new double[n];
    size = norm(right);
    if (size > 0) {
      tridiagonalise(matrix, right);
    }
  }

  /** The solution for one shift above 0. */
  double[] solve(double shift) {
    var weights = new double[count];
    var pivots = new double[count];
    for (int k = 0; k < count; k++) {
      double carried = k == 0 ? 0 : beside[k - 1] / pivots[k - 1];
      pivots[k] = diagonal[k] + shift - (k == 0 ? 0 : carried * beside[k - 1]);
      weights[k] = k == 0 ? size : -carried * weights[k - 1];
    }
    for (int k = count - 1; k >= 0; k--) {
      double next = k + 1 < count ? beside[k] * weights[k + 1] : 0;
      weights[k] = -(next - weights[k]) / pivots[k];
    }
    var solution = new double[directions.length];
    var negated = Arrays.stream(weights).map(weight -> -weight).toArray();
    RowKernels.subtract(solution, negated, directions, count, 0, solution.length);
    return solution;
  }

  private void tridiagonalise(double[][] matrix, double[] right) {
    var next = Arrays.stream(right).map(value -> value / size).toArray();
    double scale = 0;
    while (count < right.length) {
      directions[count] = next;
      next = product(matrix, next);
      diagonal[count] = dot(next, directions[count]);
      count++;
      orthogonalise(next);
      orthogonalise(next);
      double length = norm(next);
      scale = Math.max(scale, Math.max(length, diagonal[count - 1]));
      if (!(length > CLOSED * scale)) {
        return;
      }
      beside[count - 1] = length;
      for (int i = 0; i < next.length; i++) {
        next[i] /= length;
      }
    }
  }

  private void orthogonalise(double[] vector) {
    var shares = new double[count];
    for (int k = 0; k < count; k++) {
      shares[k] = dot(vector, directions[k]);
    }
    RowKernels.subtract(vector, shares, directions, count, 0, vector.length);
  }

  private static double[] product(double[][] matrix, double[] vector) {
    var product = new double[vector.length];
    var negated = Arrays.stream(vector).map(value -> -value).toArray();
    RowKernels.subtract(product, negated, matrix, vector.length, 0, vector.length);
    return product;
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    return DotKernels.one(a, b, 0, a.length);
  }
}
