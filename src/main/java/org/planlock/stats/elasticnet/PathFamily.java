package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  /** Makes the screen of one path, given which values of its l1Ratio others have. */
  @FunctionalInterface
  interface Screens {
    ColumnScreen of(double l1Ratio);
  }

  /** Every path, each column looked at by itself. */
  List<FittedPath> paths(Strengths strengths) {
    return paths(strengths, l1Ratio -> new PlainScreen(problem));
  }

  List<FittedPath> paths(Strengths strengths, Screens screens) {
    var paths = new ArrayList<FittedPath>();
    if (strengths instanceof TuningGrid grid) {
      for (var line : grid.lines()) {
        paths.add(
            problem.flat()
                ? PathRecord.flat(problem, line)
                : path(penalty(line.l1Ratio()), PathCourse.given(line.lambdas()), screens));
      }
      return paths;
    }
    var own = (OwnSequences) strengths;
    for (double l1Ratio : own.l1Ratios()) {
      var penalty = penalty(l1Ratio);
      paths.add(
          problem.flat()
              ? PathRecord.flat(problem, new TuningLine(l1Ratio, PathRecord.NO_STRENGTH))
              : path(penalty, PathCourse.own(own, problem, penalty, options.limits()), screens));
    }
    return paths;
  }

  private UnitPenalty penalty(double l1Ratio) {
    return new UnitPenalty(problem, l1Ratio, factors, options);
  }

  private FittedPath path(UnitPenalty penalty, PathCourse course, Screens screens) {
    return options.solve() == Solve.GLMNET
        ? glmnet(penalty, course, screens)
        : exact(penalty, course, screens);
  }

  private FittedPath glmnet(UnitPenalty penalty, PathCourse course, Screens screens) {
    return penalty.l1Ratio() == 0 && problem.given() >= GlmnetPath.MANY_COLUMNS
        ? new GlmnetRidgePath(problem, penalty, options).follow(course)
        : new GlmnetPath(problem, penalty, options, screens.of(penalty.l1Ratio())).follow(course);
  }

  private FittedPath exact(UnitPenalty penalty, PathCourse course, Screens screens) {
    var ridge =
        RidgePath.suits(problem, penalty, new UnitLimits(problem, options.limits()))
            ? RidgePath.follow(problem, penalty, options, course)
            : Optional.<FittedPath>empty();
    return ridge.orElseGet(
        () ->
            new ExactPath(problem, penalty, options, screens.of(penalty.l1Ratio())).follow(course));
  }
}
