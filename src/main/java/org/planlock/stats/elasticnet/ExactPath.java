package org.planlock.stats.elasticnet;

import java.util.stream.IntStream;

/** Follows a path of lambdas from optimum to optimum; each fit is certified by its gap. */
final class ExactPath {
  /** Steps of lambda on the way to a first value far below entry; larger ones cost more systems. */
  private static final double STRIDE = 0.5;

  /** Below this share of entry nearly all that will enter has entered. */
  private static final double LAST_STOP = 1e-3;

  private final UnitProblem problem;
  private final UnitPenalty penalty;
  private final Stopping stopping;
  private final OutsideColumns outside;
  private final SupportSearch search;
  private final WorkingSet set;
  private double reached;

  ExactPath(
      UnitProblem problem, UnitPenalty penalty, ElasticNetOptions options, ColumnScreen screen) {
    this.problem = problem;
    this.penalty = penalty;
    this.stopping = options.stopping();
    var limits = new UnitLimits(problem, options.limits());
    outside = new OutsideColumns(problem, penalty, limits, screen);
    search = new SupportSearch(penalty, limits, outside);
    set = outside.set();
  }

  /** The fits of the path. */
  FittedPath follow(PathCourse course) {
    var record = new PathRecord(problem, penalty.l1Ratio());
    double entry = penalty.entry(problem.moments());
    reached = entry;
    double lambda = 0;
    double explained = 0;
    for (int k = 0; k < course.count(); k++) {
      double before = k == 1 && course.isOwn() ? penalty.entry(gradient()) : lambda;
      lambda = course.at(k, before);
      outside.moveTo(k);
      record(record, lambda, systemsTo(lambda, entry));
      double now = explained();
      if (course.endsAt(k, now, explained)) {
        break;
      }
      explained = now;
    }
    return record.path(course);
  }

  private int systemsTo(double lambda, double entry) {
    int left = stopping.maxSystems();
    while (left > 0 && reached * STRIDE > lambda && reached > LAST_STOP * entry) {
      reached *= STRIDE;
      left -= search.advance(reached, stopping.tolerance(), left);
    }
    left -= search.advance(lambda, stopping.tolerance(), left);
    reached = Math.min(reached, lambda);
    return stopping.maxSystems() - left;
  }

  private void record(PathRecord record, double lambda, int systems) {
    double violation = search.violation();
    var status = violation <= stopping.tolerance() ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED;
    record.add(
        lambda,
        set.columns(),
        set.coefficients,
        set.members(),
        new PathRecord.Ending(violation, systems, status));
  }

  /** X'r after the first fit, which has no penalised term in it. */
  private double[] gradient() {
    var gradient = new double[problem.count()];
    var row = new double[problem.count()];
    var every = IntStream.range(0, gradient.length).toArray();
    System.arraycopy(problem.moments(), 0, gradient, 0, gradient.length);
    for (int t = 0; t < set.members(); t++) {
      if (set.coefficients[t] != 0 && penalty.absolute(set.columnAt(t)) == 0) {
        problem.gramInto(set.columnAt(t), every, 0, every.length, row);
        RowKernels.subtract(gradient, set.coefficients[t], row, 0, gradient.length);
      }
    }
    return gradient;
  }

  /** 1 - r'r, from c'X'v + c'X'r. */
  private double explained() {
    var moments = problem.moments();
    double explained = 0;
    for (int t = 0; t < set.members(); t++) {
      explained += set.coefficients[t] * (moments[set.columnAt(t)] + set.gradient[t]);
    }
    return explained;
  }
}
