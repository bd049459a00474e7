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

  /** The design in which all steps have learnt from the given rows. */
  Checked<DesignRows> rows(List<String> training, String name) {
    var learning = new Learning(training, outerTraining, scaling, name);
    return designs
        .design(modelSpec, learning)
        .then(design -> DesignRows.of(modelSpec.name(), design, weights));
  }

  private String name(int repeat, int fold) {
    var own = repeat == 0 ? "" + (fold + 1) : (fold + 1) + " of repeat " + (repeat + 1);
    return around.isEmpty() ? own : around + ", inner " + own;
  }

  private List<String> named(int... rows) {
    return Arrays.stream(rows).mapToObj(participants::get).toList();
  }
}
