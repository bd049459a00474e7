package org.planlock.stats;

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
    return (folds, repeat, fold) ->
        new FoldDesign(
            sample.atRows(folds.rowsOutside(fold)), sample.predictors().atRows(folds.rowsIn(fold)));
  }
}
