package org.planlock.execution.fit;

import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.Strengths;
import org.planlock.trace.TraceEvent;

/** One family of fits as a plan registers it. */
interface Engine {
  /** Fits along a grid. */
  PathSolver solver();

  /** Whether there is anything to tune. */
  boolean tuned();

  /** Whether the outcome is one of two classes, and predictions are logits. */
  boolean binomial();

  /** Whether cells differ in gamma, too. */
  boolean relaxed();

  /** Whether the grid depends on data. */
  boolean gridDependsOnData();

  /** The cells that are tried, with the fits of the rows. */
  Checked<StrengthGrid> grid(GridRows rows);

  /** Strengths at which another sample is fitted to know its fit at one cell. */
  Strengths leadingTo(StrengthGrid grid, Chosen chosen);

  /** The same penalty by the other way to the minimum, if there is one. */
  Optional<Engine> otherSolve();

  /** How the minimum is approached, as plans word it. */
  String solveWord();

  /** Glmnet's threshold, where it is in force. */
  double threshold();

  /** The event with the values that this engine used. */
  TraceEvent describe(TraceEvent event);
}
