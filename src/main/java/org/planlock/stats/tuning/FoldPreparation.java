package org.planlock.stats.tuning;

import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Sample;

/** Prepares the design of one fold; called from several threads when more than one is allowed. */
@FunctionalInterface
public interface FoldPreparation {

  /**
   * The design for one fold of one repeat.
   *
   * @param folds the assignment in force
   * @param repeat 0-based position of that assignment
   * @param fold 0-based fold to be left out
   */
  FoldDesign prepare(FoldAssignment folds, int repeat, int fold);

  /** Splits a sample that is prepared already; nothing is learnt inside the fold. */
  static FoldPreparation splitting(Sample sample) {
    return new Splitting(sample);
  }

  /** One sample of which each fold sees some rows, so that solvers may share work among folds. */
  record Splitting(Sample sample) implements FoldPreparation {
    @Override
    public FoldDesign prepare(FoldAssignment folds, int repeat, int fold) {
      return new FoldDesign(
          sample.atRows(folds.rowsOutside(fold)), sample.predictors().atRows(folds.rowsIn(fold)));
    }
  }
}
