package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.List;

/** All paths of one problem, one after the other. */
final class PathFamily {
  private final UnitProblem problem;
  private final ElasticNetOptions options;
  private final double[] factors;

  PathFamily(UnitProblem problem, ElasticNetOptions options) {
    this.problem = problem;
    this.options = options;
    this.factors = options.penaltyFactors().effective(problem.given());
  }

  List<FittedPath> paths(Strengths strengths) {
    var paths = new ArrayList<FittedPath>();
    if (strengths instanceof TuningGrid grid) {
      for (var line : grid.lines()) {
        paths.add(
            problem.flat()
                ? PathRecord.flat(problem, line)
                : path(line.l1Ratio(), PathCourse.given(line.lambdas())));
      }
      return paths;
    }
    var own = (OwnSequences) strengths;
    for (double l1Ratio : own.l1Ratios()) {
      paths.add(
          problem.flat()
              ? PathRecord.flat(problem, new TuningLine(l1Ratio, PathRecord.NO_STRENGTH))
              : path(l1Ratio, PathCourse.own(own, problem)));
    }
    return paths;
  }

  private FittedPath path(double l1Ratio, PathCourse course) {
    var penalty = new UnitPenalty(problem, l1Ratio, factors, options);
    return options.solve() == Solve.GLMNET
        ? new GlmnetPath(problem, penalty, options, new PlainScreen(problem)).follow(course)
        : new ExactPath(problem, penalty, options, new PlainScreen(problem)).follow(course);
  }
}
