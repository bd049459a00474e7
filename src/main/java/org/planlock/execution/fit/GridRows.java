package org.planlock.execution.fit;

import java.util.List;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.Strengths;

/**
 * The rows that a grid is made for.
 *
 * @param sample on which data dependent ends are computed, and which is fitted
 * @param fold what messages call these rows; empty for all of them
 * @param labour one piece of work per l1Ratio
 */
record GridRows(Sample sample, String fold, Labour labour) {
  List<FittedPath> paths(PathSolver solver, Strengths strengths) {
    return solver.paths(sample, strengths, labour);
  }
}
