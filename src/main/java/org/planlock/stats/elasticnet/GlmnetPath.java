package org.planlock.stats.elasticnet;

/**
 * Follows a path of lambdas by glmnet's coordinate descent: passes over the members until they
 * settle, then one over all columns, until that changes nothing either. Source: Friedman, Hastie,
 * Tibshirani 2010, J Stat Softw 33(1), 2.2 to 2.6; R glmnet 4.1-6 with {@code type.gaussian =
 * "covariance"} below 500 columns and {@code "naive"} from there on, whose passes leave out the
 * columns that the sequential strong rule discards: Tibshirani et al. 2012, JRSS-B 74:245, 7.
 */
final class GlmnetPath {
  /** From so many columns on glmnet itself goes over to the strong rule. */
  static final int MANY_COLUMNS = 500;

  private final UnitProblem problem;
  private final UnitPenalty penalty;
  private final UnitLimits limits;
  private final Stopping stopping;
  private final WorkingSet set;
  private final CoordinateDescent descent;
  private final VisitedColumns visited;
  private final double[] before;
  private boolean warm;
  private int passes;
  private int passesOfPath;

  GlmnetPath(
      UnitProblem problem, UnitPenalty penalty, ElasticNetOptions options, ColumnScreen screen) {
    this.problem = problem;
    this.penalty = penalty;
    this.limits = new UnitLimits(problem, options.limits());
    this.stopping = options.stopping();
    boolean all = problem.given() < MANY_COLUMNS;
    set = all ? WorkingSet.ofAll(problem) : WorkingSet.empty(problem);
    visited = all ? VisitedColumns.all(set) : VisitedColumns.strong(set, penalty, screen);
    descent = new CoordinateDescent(set, penalty, limits);
    before = new double[problem.count()];
  }

  /** The fits of the path. */
  FittedPath follow(PathCourse course) {
    var record = new PathRecord(problem, penalty.l1Ratio());
    double lambda = 0;
    double explained = 0;
    for (int k = 0; k < course.count(); k++) {
      double previous = k == 1 && course.isOwn() ? penalty.entry(visited.gradient()) : lambda;
      lambda = course.at(k, previous);
      passes = 0;
      boolean settled = settle(k, lambda, previous);
      passesOfPath += passes;
      record(record, lambda, settled);
      double now = descent.explained();
      if (!settled || course.endsAt(k, now, explained)) {
        break;
      }
      explained = now;
    }
    return record.path(course);
  }

  private boolean settle(int k, double lambda, double previous) {
    visited.start(k, lambda, previous);
    descent.setLambda(lambda);
    if (warm && !settleMembers()) {
      return false;
    }
    while (true) {
      passes++;
      double change = descent.passAll(visited.columns(), visited.count());
      if (passesOfPath + passes > stopping.maxPasses()) {
        return false;
      }
      if (change >= stopping.threshold()) {
        if (!settleMembers()) {
          return false;
        }
      } else if (!visited.growsAt(lambda)) {
        return true;
      }
    }
  }

  private boolean settleMembers() {
    warm = true;
    int members = set.members();
    System.arraycopy(set.coefficients, 0, before, 0, members);
    double change;
    do {
      passes++;
      change = descent.passMembers();
    } while (change >= stopping.threshold() && passesOfPath + passes <= stopping.maxPasses());
    for (int t = 0; t < members; t++) {
      before[t] = set.coefficients[t] - before[t];
    }
    set.carry(before, members);
    return change < stopping.threshold();
  }

  private void record(PathRecord record, double lambda, boolean settled) {
    var status = settled ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED;
    var ending = new PathRecord.Ending(violation(lambda), passes, status);
    record.add(lambda, set.columns(), set.coefficients, set.members(), ending);
  }

  private double violation(double lambda) {
    double curvature = penalty.curvature(lambda);
    double worst = 0;
    int members = set.members();
    for (int t = 0; t < members; t++) {
      int column = set.columnAt(t);
      double c = set.coefficients[t];
      double pull = set.gradient[t] - penalty.bend(column, curvature) * c;
      double off = OptimalityGap.of(c, pull, descent.slope(column), limits, column);
      worst = Math.max(worst, off);
    }
    var products = set.gradient;
    var columns = set.columns();
    int size = set.size();
    for (int position = members; position < size; position++) {
      double slope = descent.slope(columns[position]);
      if (Math.abs(products[position]) - slope > worst) {
        double off = OptimalityGap.of(0, products[position], slope, limits, columns[position]);
        worst = Math.max(worst, off);
      }
    }
    return worst;
  }
}
