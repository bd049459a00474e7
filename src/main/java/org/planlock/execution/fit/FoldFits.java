package org.planlock.execution.fit;

import java.util.List;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.SparseVector;
import org.planlock.stats.elasticnet.ElasticNetFit;
import org.planlock.stats.elasticnet.FitStatus;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.PathSolver.RowsLeftOut;
import org.planlock.stats.elasticnet.Strengths;
import org.planlock.stats.tuning.FoldPreparation;

/** The fits of single folds at one cell. */
final class FoldFits {
  private final PathSolver solver;
  private final FoldPreparation preparation;
  private final @org.jspecify.annotations.Nullable RowsLeftOut sharing;

  FoldFits(PathSolver solver, FoldPreparation preparation) {
    this.solver = solver;
    this.preparation = preparation;
    this.sharing =
        preparation instanceof FoldPreparation.Splitting splitting
            ? solver.leavingOut(splitting.sample())
            : null;
  }

  /** The fit of one fold, made along the strengths. */
  ElasticNetFit at(FoldAssignment folds, int repeat, int fold, Strengths strengths, double lambda) {
    List<FittedPath> paths =
        sharing == null
            ? solver.paths(preparation.prepare(folds, repeat, fold).train(), strengths)
            : sharing.paths(folds.rowsOutside(fold), strengths);
    return at(paths.get(0), lambda);
  }

  /** Linear in lambda between the neighbours on a path, constant beyond its ends. */
  static ElasticNetFit at(FittedPath path, double lambda) {
    var lambdas = path.line().lambdas();
    int last = lambdas.size() - 1;
    if (lambda >= lambdas.at(0)) {
      return path.fits().get(0);
    }
    if (lambda <= lambdas.at(last)) {
      return path.fits().get(last);
    }
    int right = 1;
    while (lambdas.at(right) > lambda) {
      right++;
    }
    var below = path.fits().get(right);
    if (lambdas.at(right) == lambda) {
      return below;
    }
    double share = (lambda - lambdas.at(right)) / (lambdas.at(right - 1) - lambdas.at(right));
    return mixed(path.fits().get(right - 1), below, share, lambda);
  }

  private static ElasticNetFit mixed(
      ElasticNetFit above, ElasticNetFit below, double share, double lambda) {
    var high = above.coefficients().toArray();
    var low = below.coefficients().toArray();
    var mixed = new double[high.length];
    for (int j = 0; j < mixed.length; j++) {
      mixed[j] = share * high[j] + (1 - share) * low[j];
    }
    return new ElasticNetFit(
        below.l1Ratio(),
        lambda,
        share * above.intercept() + (1 - share) * below.intercept(),
        SparseVector.of(mixed),
        Math.max(above.kktViolation(), below.kktViolation()),
        below.iterations(),
        above.converged() && below.converged() ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED);
  }
}
