package org.planlock.execution.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.OwnSequences;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.Strengths;
import org.planlock.stats.elasticnet.TuningGrid;

/**
 * The penalty strengths that are tried.
 *
 * @param strengths at which each fold is fitted
 * @param tuning the cells that are judged
 * @param largest for each line the largest useful strength, where the plan builds on it
 * @param paths the fits of the sample that the grid is for, one for each line
 */
record StrengthGrid(
    Strengths strengths,
    TuningGrid tuning,
    List<Optional<Double>> largest,
    List<FittedPath> paths) {
  StrengthGrid {
    largest = List.copyOf(largest);
    paths = List.copyOf(paths);
  }

  /** One sequence for everybody, fitted to some rows. */
  static StrengthGrid shared(
      TuningGrid tuning, List<Optional<Double>> largest, PathSolver solver, GridRows rows) {
    return new StrengthGrid(tuning, tuning, largest, rows.paths(solver, tuning));
  }

  /** The same strengths for other rows. */
  StrengthGrid fittedTo(PathSolver solver, GridRows rows) {
    return new StrengthGrid(strengths, tuning, largest, rows.paths(solver, tuning));
  }

  /** Whether each fold has a sequence of its own. */
  boolean own() {
    return strengths instanceof OwnSequences;
  }

  /** How many of the fits did not converge. */
  int unconverged() {
    return (int)
        paths.stream()
            .flatMap(path -> path.fits().stream())
            .filter(fit -> !fit.converged())
            .count();
  }
}
