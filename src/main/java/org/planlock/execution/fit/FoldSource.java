package org.planlock.execution.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.DesignMaker;
import org.planlock.execution.Learning;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.value.Scope;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Sample;
import org.planlock.stats.tuning.FoldDesign;
import org.planlock.stats.tuning.FoldPreparation;

/**
 * Prepares the design of each fold of one loop.
 *
 * @param weights of the whole analysis set
 * @param participants the rows of the loop, in their order; assignments speak of these
 * @param outerTraining the training rows of the loop around this one
 * @param scaling where scaling learns in nested validation, if not where its step says
 * @param around what the fold of the loop around this one is called; empty if there is none
 */
record FoldSource(
    ModelSpec modelSpec,
    DesignMaker designs,
    ObservationWeights weights,
    List<String> participants,
    List<String> outerTraining,
    Optional<Scope> scaling,
    String around)
    implements FoldPreparation {

  @Override
  public FoldDesign prepare(FoldAssignment folds, int repeat, int fold) {
    var training = named(folds.rowsOutside(fold));
    var rows = RefusedException.orRefuse(rows(training, name(repeat, fold)));
    return new FoldDesign(rows.sampleOf(training), rows.columnsOf(named(folds.rowsIn(fold))));
  }

  /**
   * How the folds get their designs: from one that is split, where no step learns in a fold, and
   * otherwise each once.
   *
   * @param whole the prepared rows of the loop
   */
  FoldPreparation over(List<FoldAssignment> repeats, Sample whole) {
    if (designs.learnsInFolds(modelSpec)) {
      return new RememberedDesigns(this);
    }
    for (int repeat = 0; repeat < repeats.size(); repeat++) {
      var folds = repeats.get(repeat);
      for (int fold = 0; fold < folds.count(); fold++) {
        var training = named(folds.rowsOutside(fold));
        var found = designs.limits(learning(training, name(repeat, fold)));
        if (!found.isEmpty()) {
          throw new RefusedException(found);
        }
      }
    }
    return FoldPreparation.splitting(whole);
  }

  /** What a fold is called. */
  String name(int repeat, int fold) {
    var own = repeat == 0 ? "" + (fold + 1) : (fold + 1) + " of repeat " + (repeat + 1);
    return around.isEmpty() ? own : around + ", inner " + own;
  }

  private Learning learning(List<String> training, String name) {
    return new Learning(training, outerTraining, scaling, name);
  }

  /** The design in which all steps have learnt from the given rows. */
  Checked<DesignRows> rows(List<String> training, String name) {
    return designs
        .design(modelSpec, learning(training, name))
        .then(design -> DesignRows.of(modelSpec.name(), design, weights));
  }

  private List<String> named(int... rows) {
    return Arrays.stream(rows).mapToObj(participants::get).toList();
  }
}
