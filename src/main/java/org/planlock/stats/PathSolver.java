package org.planlock.stats;

import java.util.List;

/** Fits penalised models along lines of a tuning grid; safe to share between threads. */
public interface PathSolver {

  /** One path per line of the grid, in the order of its lines. */
  List<FittedPath> paths(Sample sample, TuningGrid grid);
}
