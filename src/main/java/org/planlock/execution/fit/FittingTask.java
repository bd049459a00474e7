package org.planlock.execution.fit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.stats.Labour;

/**
 * One model on its way from design to result.
 *
 * @param weights what each row counts
 * @param rows the design in which all steps have learnt from the whole analysis set
 * @param tuning how its grid is cross-validated
 * @param loops how its rows are divided; none where the plan validates nothing
 * @param seeds where random folds come from
 */
record FittingTask(
    ModelSpec modelSpec,
    FitContext context,
    ObservationWeights weights,
    DesignRows rows,
    Engine engine,
    Tuning tuning,
    Optional<Loops> loops,
    FoldSeed seeds) {

  String modelName() {
    return modelSpec.name();
  }

  List<String> columns() {
    return rows.design().columns();
  }

  List<String> participants(List<Integer> chosen) {
    return chosen.stream().map(context.analysisSet()::get).toList();
  }

  List<Integer> allRows() {
    return IntStream.range(0, context.analysisSet().size()).boxed().toList();
  }

  /** The same rows for another engine. */
  FittingTask with(Engine other) {
    return new FittingTask(
        modelSpec, context, weights, rows, other, tuning.with(other.solver()), loops, seeds);
  }

  /** What the plan calls the loss of one prediction. */
  String loss() {
    return tuning.loss().name().toLowerCase(Locale.ROOT);
  }

  /** Predictions as people read them: shares of class 1 instead of logits. */
  double[] shown(double[] predicted) {
    return FinalFit.shown(predicted, engine.binomial());
  }

  /** The folds of the selecting loop: all steps learn in them from their training rows. */
  FoldSource source() {
    var all = context.analysisSet();
    return new FoldSource(modelSpec, context.designs(), weights, all, all, Optional.empty(), "");
  }

  /** All rows, as a grid needs them. */
  GridRows gridRows() {
    var labour = new Labour(context.threads(), done -> {}, FittingTask::interrupted);
    return new GridRows(rows.sample(), "", labour);
  }

  private static boolean interrupted() {
    return Thread.currentThread().isInterrupted();
  }

  Labour labour(String stage, int total) {
    return new Labour(
        context.threads(),
        done -> context.progress().advanced(stage, done, total),
        FittingTask::interrupted);
  }

  /** Records that the plan's values under these keys of the model are used now. */
  void use(String... keys) {
    context.settings().use(UsedNames.model(modelSpec.name(), keys));
  }
}
