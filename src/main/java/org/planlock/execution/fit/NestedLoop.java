package org.planlock.execution.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Scope;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;

/** Repeats selection inside each training set of an outer loop, for honest performance. */
final class NestedLoop {
  private final FittingTask task;
  private final Validation.Outer outer;
  private final StrengthGrid wholeGrid;

  NestedLoop(FittingTask task, Validation.Outer outer, StrengthGrid wholeGrid) {
    this.task = task;
    this.outer = outer;
    this.wholeGrid = wholeGrid;
  }

  /** One result for each outer fold, in their order; does not depend on the number of threads. */
  List<OuterFit> run(FoldAssignment folds, Labour labour) {
    return labour.inOrder(folds.count(), fold -> fit(folds, fold));
  }

  private OuterFit fit(FoldAssignment folds, int fold) {
    var trainingRows = Arrays.stream(folds.rowsOutside(fold)).boxed().toList();
    var heldOut = Arrays.stream(folds.rowsIn(fold)).boxed().toList();
    var training = task.participants(trainingRows);
    var name = "outer " + (fold + 1);
    var source =
        new FoldSource(
            task.modelSpec(),
            task.context().designs(),
            task.weights(),
            training,
            training,
            scaling(),
            name);
    var rows = RefusedException.orRefuse(source.rows(training, name));
    var sample = rows.sampleOf(training);
    var inner = inner(trainingRows, fold);
    check(sample, inner, source);
    var grid = grid(new GridRows(sample, name, Labour.on(1)));
    var designs = source.over(inner, sample);
    var table = task.tuning().table(grid, inner, sample, designs, Labour.on(1));
    var chosen = Chosen.of(task.tuning().select(table), grid, task.engine().relaxed());
    var fitted = chosen.fit(grid);
    var predicted = fitted.predict(rows.columnsOf(task.participants(heldOut)));
    return new OuterFit(
        heldOut,
        Arrays.stream(predicted).boxed().toList(),
        mean(sample),
        chosen.cell(),
        table.unconverged() + grid.unconverged());
  }

  private void check(Sample sample, List<FoldAssignment> inner, FoldSource source) {
    if (task.engine().tuned()) {
      new FoldOutcomes(task.modelName(), task.engine().binomial(), sample.outcome().toArray())
          .check(inner, source);
    }
  }

  private List<FoldAssignment> inner(List<Integer> trainingRows, int fold) {
    var division = RefusedException.orRefuse(task.loops().orElseThrow().inner(outer, fold + 1));
    var folds =
        RefusedException.orRefuse(
            division.divide(task.context().rows(), trainingRows, task.seeds()));
    if (folds.isEmpty()) {
      throw new RefusedException(
          List.of(Refusals.unusableFolds(division.path(), "nested validation needs inner folds")));
    }
    return folds;
  }

  private StrengthGrid grid(GridRows rows) {
    return task.engine().gridDependsOnData() && using() == Scope.OUTER_TRAINING_FOLD
        ? RefusedException.orRefuse(task.engine().grid(rows))
        : wholeGrid.fittedTo(task.engine().solver(), rows);
  }

  private Scope using() {
    Declared<Validation.Learning> declared = outer.lambdaMax();
    var needed = new Needed(task.modelSpec().name());
    var stated = needed.stated(declared, "validate", "outer", "lambda_max");
    if (!needed.found().isEmpty()) {
      throw new RefusedException(needed.found());
    }
    return stated.orElseThrow().using();
  }

  private Optional<Scope> scaling() {
    return outer.scale().map(Validation.Learning::using);
  }

  private static double mean(Sample sample) {
    var outcome = sample.outcome();
    return IntStream.range(0, outcome.size()).mapToDouble(outcome::at).sum() / outcome.size();
  }
}
