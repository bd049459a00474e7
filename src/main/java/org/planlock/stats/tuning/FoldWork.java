package org.planlock.stats.tuning;

import java.util.List;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.Strengths;

/** The fits of all folds of all repeats as numbered pieces of work, independent of each other. */
final class FoldWork {
  private final PathSolver solver;
  private final Strengths strengths;
  private final List<FoldAssignment> repeats;
  private final FoldFits fits;
  private final int[] firsts;

  /**
   * @param rows how many rows each assignment must have
   */
  FoldWork(
      PathSolver solver,
      Strengths strengths,
      List<FoldAssignment> repeats,
      int rows,
      FoldPreparation preparation) {
    if (repeats.isEmpty()) {
      throw new IllegalArgumentException("no folds");
    }
    this.solver = solver;
    this.strengths = strengths;
    this.repeats = repeats;
    this.fits = fits(preparation);
    firsts = new int[repeats.size() + 1];
    for (int r = 0; r < repeats.size(); r++) {
      if (repeats.get(r).rows() != rows) {
        throw new IllegalArgumentException(
            repeats.get(r).rows() + " rows in folds for " + rows + " outcomes");
      }
      firsts[r + 1] = firsts[r] + repeats.get(r).count();
    }
  }

  /** How many pieces there are: one per repeat and fold. */
  int count() {
    return firsts[repeats.size()];
  }

  /** Carries out one piece, from 0. */
  FoldPredictions piece(int number) {
    int repeat = 0;
    while (number >= firsts[repeat + 1]) {
      repeat++;
    }
    return fits.predict(repeat, number - firsts[repeat]);
  }

  @FunctionalInterface
  private interface FoldFits {
    FoldPredictions predict(int repeat, int fold);
  }

  private FoldFits fits(FoldPreparation preparation) {
    if (!(preparation instanceof FoldPreparation.Splitting splitting)) {
      return (repeat, fold) -> preparedAnew(preparation, repeat, fold);
    }
    var predictors = splitting.sample().predictors();
    var sharing = solver.leavingOut(splitting.sample());
    return (repeat, fold) -> {
      var folds = repeats.get(repeat);
      var rows = folds.rowsIn(fold);
      List<FittedPath> paths = sharing.paths(folds.rowsOutside(fold), strengths);
      return FoldPredictions.of(repeat, rows, paths, predictors.atRows(rows));
    };
  }

  private FoldPredictions preparedAnew(FoldPreparation preparation, int repeat, int fold) {
    var folds = repeats.get(repeat);
    var design = preparation.prepare(folds, repeat, fold);
    var rows = folds.rowsIn(fold);
    if (design.test().rows() != rows.length) {
      throw new IllegalArgumentException(
          "fold " + fold + " has " + rows.length + " rows, its design " + design.test().rows());
    }
    return FoldPredictions.of(repeat, rows, solver.paths(design.train(), strengths), design.test());
  }
}
