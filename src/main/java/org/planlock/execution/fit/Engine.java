package org.planlock.execution.fit;

import org.planlock.diagnostic.Checked;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.trace.TraceEvent;

/** One family of fits as a plan registers it. */
interface Engine {
  /** Fits along a grid. */
  PathSolver solver();

  /** Whether there is anything to tune. */
  boolean tuned();

  /** Whether the grid depends on data. */
  boolean gridDependsOnData();

  /**
   * The cells that are tried.
   *
   * @param sample the rows on which data dependent ends are computed
   * @param fold what messages call these rows
   */
  Checked<StrengthGrid> grid(Sample sample, String fold);

  /** The fit at one cell. */
  FinalFit fit(Sample sample, double l1Ratio, double lambda);

  /** The event with the values that this engine used. */
  TraceEvent describe(TraceEvent event);
}
