package org.planlock.stats;

import java.util.Arrays;
import java.util.List;

/** Predicts every row from fits that did not see it, for every cell of a tuning grid. */
public final class CrossValidation {
  private final PathSolver solver;
  private final TuningGrid grid;
  private final Aggregation aggregation;

  public CrossValidation(PathSolver solver, TuningGrid grid, Aggregation aggregation) {
    this.solver = solver;
    this.grid = grid;
    this.aggregation = aggregation;
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
    if (repeats.isEmpty() || weights.length != outcome.length) {
      throw new IllegalArgumentException("no folds, or weights that do not match the outcome");
    }
    int[] firsts = new int[repeats.size() + 1];
    for (int r = 0; r < repeats.size(); r++) {
      if (repeats.get(r).rows() != outcome.length) {
        throw new IllegalArgumentException(
            repeats.get(r).rows() + " rows in folds for " + outcome.length + " outcomes");
      }
      firsts[r + 1] = firsts[r] + repeats.get(r).count();
    }
    var pieces =
        labour.inOrder(
            firsts[repeats.size()],
            piece -> {
              int repeat = 0;
              while (piece >= firsts[repeat + 1]) {
                repeat++;
              }
              return predict(preparation, repeats.get(repeat), repeat, piece - firsts[repeat]);
            });
    return new CvTable(grid, aggregation, repeats, outcome, weights, pieces);
  }

  private FoldPredictions predict(
      FoldPreparation preparation, FoldAssignment folds, int repeat, int fold) {
    var design = preparation.prepare(folds, repeat, fold);
    var rows = folds.rowsIn(fold);
    if (design.test().rows() != rows.length) {
      throw new IllegalArgumentException(
          "fold " + fold + " has " + rows.length + " rows, its design " + design.test().rows());
    }
    var paths = solver.paths(design.train(), grid);
    return FoldPredictions.of(repeat, rows, paths, design.test());
  }
}
