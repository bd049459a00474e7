package org.planlock.bench;

import java.util.ArrayList;
import java.util.List;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Folds;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.ElasticNet;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Objective;
import org.planlock.stats.elasticnet.OwnSequences;
import org.planlock.stats.elasticnet.SmallestRatio;
import org.planlock.stats.elasticnet.Solve;
import org.planlock.stats.tuning.CrossValidatedNet;

/** Leave-one-out by Planlock inside this process, as {@code cv.glmnet} does it. */
record WarmSolver(Sample sample, FoldAssignment folds) {
  /** Seconds on the wall, and the errors of each l1Ratio along its lambdas. */
  record Timed(double seconds, List<double[]> errors) {}

  static WarmSolver on(MadeData data) {
    return new WarmSolver(data.sample(), Folds.leaveOneOut(data.rows()));
  }

  /** With sequences of their own for all rows and every fold, 100 values at most. */
  Timed time(Solve solve, int threads, List<Double> l1Ratios) {
    return time(solve, threads, new OwnSequences(l1Ratios, 100, SmallestRatio.usual()));
  }

  Timed time(Solve solve, int threads, OwnSequences strengths) {
    var options = ElasticNetOptions.of(Objective.GLMNET).solve(solve).standardize(true);
    var net = new CrossValidatedNet(new ElasticNet(options), strengths);
    System.gc();
    long start = System.nanoTime();
    var done = net.evaluate(sample, folds, Labour.on(threads));
    double seconds = (System.nanoTime() - start) * 1e-9;
    var errors = new ArrayList<double[]>();
    for (int line = 0; line < done.paths().size(); line++) {
      errors.add(done.table().error(line).toArray());
    }
    return new Timed(seconds, errors);
  }
}
