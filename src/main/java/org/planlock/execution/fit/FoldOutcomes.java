package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.stats.Extent;
import org.planlock.stats.FoldAssignment;

/** Finds training rows whose outcome leaves nothing to fit, before anything is fitted. */
final class FoldOutcomes {
  /** A class of fewer rows has no likelihood worth the name; glmnet refuses it, too. */
  private static final int FEWEST = 2;

  private final String modelName;
  private final boolean binomial;
  private final double[] outcome;

  FoldOutcomes(String modelName, boolean binomial, double[] outcome) {
    this.modelName = modelName;
    this.binomial = binomial;
    this.outcome = outcome.clone();
  }

  /** Refuses all rows together; {@code fold} is what messages call them. */
  void check(String fold) {
    var all = new int[outcome.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = i;
    }
    refuse(findings(all, fold));
  }

  /** Refuses the training rows of folds. */
  void check(List<FoldAssignment> repeats, FoldSource names) {
    var found = new ArrayList<Diagnostic>();
    for (int repeat = 0; repeat < repeats.size(); repeat++) {
      var folds = repeats.get(repeat);
      for (int fold = 0; fold < folds.count() && found.isEmpty(); fold++) {
        found.addAll(findings(folds.rowsOutside(fold), names.name(repeat, fold)));
      }
    }
    refuse(found);
  }

  private List<Diagnostic> findings(int[] rows, String fold) {
    if (!binomial) {
      var extent = extent(rows);
      if (extent.isEqual()) {
        return List.of(Refusals.constantInFold(modelName, fold));
      }
      return extent.isOne()
          ? List.of(Refusals.tooSmallToSquare(modelName, fold))
          : List.<Diagnostic>of();
    }
    int ones = 0;
    for (int row : rows) {
      ones += outcome[row] == 1 ? 1 : 0;
    }
    int fewest = Math.min(ones, rows.length - ones);
    return fewest < FEWEST
        ? List.of(Refusals.emptyClass(modelName, fewest, ones == fewest ? 1 : 0, fold))
        : List.of();
  }

  private Extent extent(int... rows) {
    var extent = new Extent();
    for (int row : rows) {
      extent.take(outcome[row]);
    }
    return extent;
  }

  private static void refuse(List<Diagnostic> found) {
    if (!found.isEmpty()) {
      throw new RefusedException(found);
    }
  }
}
