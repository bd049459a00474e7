package org.planlock.stats.elasticnet;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The path of l1Ratio 0 where every column is penalised and none is limited: no coefficient is ever
 * exactly 0, and one tridiagonalisation serves all lambdas. With columns divided by the root of
 * their penalty, the coefficients solve (X'X + curvature I) c = X'v, or come from the rows, c = X'a
 * with (XX' + curvature I) a = v, whichever is smaller. Source: Hoerl, Kennard 1970, Technometrics
 * 12:55; Hastie, Tibshirani 2004, Biostatistics 5:329 for the form by rows.
 */
final class RidgePath {
  private final UnitProblem problem;
  private final UnitPenalty penalty;
  private final double tolerance;
  private final double[] roots;
  private final int[] every;
  private final boolean byRows;
  private final double[][] matrix;
  private final double[] right;

  private RidgePath(UnitProblem problem, UnitPenalty penalty, ElasticNetOptions options) {
    this.problem = problem;
    this.penalty = penalty;
    this.tolerance = options.stopping().tolerance();
    int count = problem.count();
    every = IntStream.range(0, count).toArray();
    roots = IntStream.of(every).mapToDouble(j -> Math.sqrt(penalty.square(j))).toArray();
    byRows = count > problem.shared().rows();
    matrix = byRows ? kernel() : gram();
    mirror(matrix);
    right = byRows ? outcome() : IntStream.of(every).mapToDouble(this::moment).toArray();
  }

  /** Whether the path can be followed in this way. */
  static boolean suits(UnitProblem problem, UnitPenalty penalty, UnitLimits limits) {
    return penalty.l1Ratio() == 0
        && problem.count() > 0
        && limits.none()
        && IntStream.range(0, problem.count()).allMatch(j -> penalty.absolute(j) > 0);
  }

  /** The fits of the path; nothing if one is not the optimum within the tolerance. */
  static Optional<FittedPath> follow(
      UnitProblem problem, UnitPenalty penalty, ElasticNetOptions options, PathCourse course) {
    return new RidgePath(problem, penalty, options).follow(course);
  }

  private Optional<FittedPath> follow(PathCourse course) {
    var systems = new ShiftedSystems(matrix, right);
    var record = new PathRecord(problem, 0);
    double lambda = 0;
    double explained = 0;
    for (int k = 0; k < course.count(); k++) {
      double before = k == 1 && course.isOwn() ? penalty.entry(problem.moments()) : lambda;
      lambda = course.at(k, before);
      double curvature = penalty.curvature(lambda);
      if (!(curvature > 0)) {
        return Optional.empty();
      }
      var solution = systems.solve(curvature);
      double gap = gap(solution, curvature);
      if (!(gap <= tolerance)) {
        return Optional.empty();
      }
      var coefficients = coefficients(solution);
      var ending = new PathRecord.Ending(gap, 1, FitStatus.CONVERGED);
      record.add(lambda, every, coefficients, every.length, ending);
      double now = explained(coefficients, curvature);
      if (course.endsAt(k, now, explained)) {
        break;
      }
      explained = now;
    }
    return Optional.of(record.path(course));
  }

  /**
   * Length of what the system leaves over; no optimality condition is violated by more, since
   * columns have length 1.
   */
  private double gap(double[] solution, double curvature) {
    var left = right.clone();
    RowKernels.subtract(left, curvature, solution, 0, left.length);
    RowKernels.subtract(left, solution, matrix, left.length, 0, left.length);
    double sum = 0;
    for (double value : left) {
      sum += value * value;
    }
    double largest = byRows ? 1 : Arrays.stream(roots).max().orElse(1);
    return Math.sqrt(sum) * largest;
  }

  private double[] coefficients(double[] solution) {
    if (!byRows) {
      var coefficients = solution.clone();
      for (int j = 0; j < coefficients.length; j++) {
        coefficients[j] /= roots[j];
      }
      return coefficients;
    }
    var products = new double[problem.shared().count()];
    problem.shared().multiplyTransposed(solution, products);
    var coefficients = new double[every.length];
    for (int j = 0; j < coefficients.length; j++) {
      double product = problem.scale(j) * products[problem.sharedColumn(j)];
      coefficients[j] = product / penalty.square(j);
    }
    return coefficients;
  }

  /** 1 - r'r, from c'X'v + c'X'r and X'r = curvature * Q c at the optimum. */
  private double explained(double[] coefficients, double curvature) {
    double explained = 0;
    for (int j = 0; j < coefficients.length; j++) {
      double pull = penalty.bend(j, curvature) * coefficients[j];
      explained += coefficients[j] * (problem.moments()[j] + pull);
    }
    return explained;
  }

  private double moment(int column) {
    return problem.moments()[column] / roots[column];
  }

  private double[] outcome() {
    var outcome = new double[problem.shared().rows()];
    problem.residual(every, new double[0], 0, outcome);
    return outcome;
  }

  private static void mirror(double[][] upper) {
    for (int i = 0; i < upper.length; i++) {
      for (int k = 0; k < i; k++) {
        upper[i][k] = upper[k][i];
      }
    }
  }

  private double[][] kernel() {
    int n = problem.shared().rows();
    var kernel = new double[n][n];
    var columns = new double[4][n];
    for (int first = 0; first < every.length; first += 4) {
      for (int k = 0; k < 4; k++) {
        scaledColumn(first + k, columns[k]);
      }
      for (int i = 0; i < n; i++) {
        RowKernels.subtract(
            kernel[i],
            -columns[0][i],
            columns[0],
            -columns[1][i],
            columns[1],
            -columns[2][i],
            columns[2],
            -columns[3][i],
            columns[3],
            i,
            n);
      }
    }
    return kernel;
  }

  private void scaledColumn(int column, double[] into) {
    if (column >= every.length) {
      Arrays.fill(into, 0);
      return;
    }
    problem.column(column, into);
    for (int i = 0; i < into.length; i++) {
      into[i] /= roots[column];
    }
  }

  private double[][] gram() {
    var gram = new double[every.length][every.length];
    for (int j = 0; j < gram.length; j++) {
      problem.gramInto(j, every, j, gram.length, gram[j]);
      for (int k = j; k < gram.length; k++) {
        gram[j][k] /= roots[j] * roots[k];
      }
    }
    return gram;
  }
}
