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
  private int[] order = new int[0];

  PathRecord(UnitProblem problem, double l1Ratio) {
    this.problem = problem;
    this.l1Ratio = l1Ratio;
  }

  /**
   * The fit at one lambda.
   *
   * @param columns columns with coefficients at unit scale, the first {@code size} of them; from
   *     one call to the next there may be more, but those there were stay where they are
   */
  void add(double lambda, int[] columns, double[] coefficients, int size, Ending ending) {
    if (order.length != size) {
      order = SampleUnits.order(columns, size, order);
    }
    var units = problem.units();
    fits.add(
        new ElasticNetFit(
            l1Ratio,
            lambda,
            units.intercept(columns, coefficients, size),
            units.coefficients(columns, coefficients, order),
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
