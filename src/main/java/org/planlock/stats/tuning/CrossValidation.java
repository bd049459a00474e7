package org.planlock.stats.tuning;

import java.util.Arrays;
import java.util.List;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Labour;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.Strengths;
import org.planlock.stats.elasticnet.TuningGrid;

/** Predicts every row from fits that did not see it, for every cell of a tuning grid. */
public final class CrossValidation {
  private final PathSolver solver;
  private final Strengths strengths;
  private final TuningGrid grid;
  private final Aggregation aggregation;
  private final Loss loss;

  /** Every fold is fitted at the strengths of the grid. */
  public CrossValidation(PathSolver solver, TuningGrid grid, Aggregation aggregation, Loss loss) {
    this(solver, grid, grid, aggregation, loss);
  }

  /**
   * Folds that may have sequences of their own: each cell of the grid is then predicted by linear
   * interpolation in lambda between the two neighbouring fits of the fold, and beyond its ends by
   * its first or last fit. Source: R glmnet 4.1-6, {@code cv.glmnet(alignment = "lambda")}.
   *
   * @param strengths at which each fold is fitted
   * @param grid the cells that are judged, lines in the order of the strengths
   */
  public CrossValidation(
      PathSolver solver, Strengths strengths, TuningGrid grid, Aggregation aggregation, Loss loss) {
    this.solver = solver;
    this.strengths = strengths;
    this.grid = grid;
    this.aggregation = aggregation;
    this.loss = loss;
  }

  /** {@link #evaluate(List, double[], double[], FoldPreparation, Labour)} once, equal weights. */
  public CvTable evaluate(
      FoldAssignment folds, double[] outcome, FoldPreparation preparation, Labour labour) {
    var ones = new double[outcome.length];
    Arrays.fill(ones, 1);
    return evaluate(List.of(folds), outcome, ones, preparation, labour);
  }

  /**
   * The errors of every cell.
   *
   * @param repeats one or more assignments of the same rows; a cell's error is the mean over them
   * @param outcome what predictions are compared with, one value per row
   * @param weights what each row's error counts, one value per row
   * @param preparation makes the design of each fold
   * @param labour one piece of work per repeat and fold
   */
  public CvTable evaluate(
      List<FoldAssignment> repeats,
      double[] outcome,
      double[] weights,
      FoldPreparation preparation,
      Labour labour) {
    if (weights.length != outcome.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + outcome.length + " outcomes");
    }
    var work = new FoldWork(solver, strengths, repeats, outcome.length, preparation);
    var pieces = labour.inOrder(work.count(), work::piece);
    return new CvTable(grid, loss, aggregation, repeats, outcome, weights, pieces);
  }
}
