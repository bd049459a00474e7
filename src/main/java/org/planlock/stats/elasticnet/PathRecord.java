package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.SparseVector;

/** Collects the fits of one path, in the units of the sample. */
final class PathRecord {
  /** The sequence of a problem without anything to explain. */
  static final DoubleVector NO_STRENGTH = DoubleVector.of(0.0);

  private final UnitProblem problem;
  private final double l1Ratio;
  private final List<ElasticNetFit> fits = new ArrayList<>();

  PathRecord(UnitProblem problem, double l1Ratio) {
    this.problem = problem;
    this.l1Ratio = l1Ratio;
  }

  /**
   * The fit at one lambda.
   *
   * @param columns columns with coefficients at unit scale, the first {@code size} of them
   */
  void add(double lambda, int[] columns, double[] coefficients, int size, Ending ending) {
    var places = new int[size];
    var values = new double[size];
    double intercept = problem.outcomeCentre();
    for (int t = 0; t < size; t++) {
      places[t] = problem.index(columns[t]);
      values[t] = problem.inUnits(columns[t], coefficients[t]);
      intercept -= problem.centre(columns[t]) * values[t];
    }
    fits.add(
        new ElasticNetFit(
            l1Ratio,
            lambda,
            intercept,
            SparseVector.at(problem.given(), places, values),
            ending.violation(),
            ending.iterations(),
            ending.status()));
  }

  /** How a fit ended. */
  record Ending(double violation, int iterations, FitStatus status) {}

  /** The path, its lambdas as results call them. */
  FittedPath path(PathCourse course) {
    var lambdas = fits.stream().mapToDouble(ElasticNetFit::lambda).toArray();
    var labels = course.labels(lambdas);
    var labelled = new ArrayList<>(fits);
    if (labels.at(0) != lambdas[0]) {
      labelled.set(0, fits.get(0).labelled(labels.at(0)));
    }
    return new FittedPath(new TuningLine(l1Ratio, labels), labelled);
  }

  /** The path of an outcome that does not vary: its value, and nothing else. */
  static FittedPath flat(UnitProblem problem, TuningLine line) {
    var zeros = SparseVector.of(new double[problem.given()]);
    var fits =
        Arrays.stream(line.lambdas().toArray())
            .mapToObj(
                lambda ->
                    new ElasticNetFit(
                        line.l1Ratio(),
                        lambda,
                        problem.outcomeCentre(),
                        zeros,
                        0,
                        0,
                        FitStatus.CONSTANT_OUTCOME))
            .toList();
    return new FittedPath(line, fits);
  }
}
