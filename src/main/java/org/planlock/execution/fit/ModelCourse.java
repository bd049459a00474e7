package org.planlock.execution.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Severity;
import org.planlock.execution.result.Coefficients;
import org.planlock.execution.result.CvResult;
import org.planlock.execution.result.ErrorNames;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.NamedValue;
import org.planlock.execution.result.NestedResult;
import org.planlock.execution.result.OtherSolve;
import org.planlock.execution.result.SelectedCell;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.inference.Inference;
import org.planlock.stats.ExplainedVariance;
import org.planlock.stats.FoldAssignment;

/** Takes one model through folds, grid, selection, final fit, nested validation and scores. */
final class ModelCourse {
  private final FittingTask task;
  private final Optional<Inference> inference;
  private final List<Diagnostic> warnings;
  private final FitTrace trace;
  private final double[] outcome;

  ModelCourse(FittingTask task, List<Diagnostic> warnings) {
    this.task = task;
    this.inference = task.context().plan().inference().stated();
    this.warnings = warnings;
    this.trace = new FitTrace(task.modelName(), task.context().sink());
    this.outcome = task.rows().outcome();
  }

  ModelResult result() {
    trace.design(task.rows().design(), task.modelSpec(), task.context().plan());
    var selecting = new SelectingLoop(task, trace);
    var folds = selecting.folds();
    var grid = selecting.grid();
    var validated = selecting.validate(folds, grid);
    var chosen = selecting.cell(validated.map(SelectingLoop.Tables::table), grid);
    var curves = selecting.curves(validated, grid);
    validated.ifPresent(tables -> selecting.record(curves, chosen));
    var fit = chosen.fit(grid);
    var coefficients = fit.named(task.columns());
    task.use("penalty");
    trace.fit(task.engine(), fit, coefficients, tuned(chosen), task.context().analysisSet());
    var cv = validated.map(tables -> selecting.result(tables, grid, curves, chosen));
    var other = otherSolve(validated, chosen, coefficients);
    var nested = nested(grid);
    accept(grid, validated.map(tables -> tables.table().unconverged()).orElse(0), nested);
    var fitted = fit.predict(task.rows().columns());
    var scores = scores(fitted, validated.map(tables -> tables.predicted(chosen, outcome)), nested);
    return assemble(new Fitted(fit, boxed(task.shown(fitted)), other), cv, nested, scores);
  }

  /**
   * The final fit.
   *
   * @param values what it says of each row
   * @param other what the other way to the minimum would have chosen
   */
  private record Fitted(FinalFit fit, List<Double> values, Optional<OtherSolve> other) {}

  private Optional<SelectedCell> tuned(Chosen chosen) {
    return task.engine().tuned() ? Optional.of(chosen.cell()) : Optional.empty();
  }

  private Optional<OtherSolve> otherSolve(
      Optional<SelectingLoop.Tables> validated, Chosen chosen, Coefficients coefficients) {
    if (!task.context().bothSolves()) {
      return Optional.empty();
    }
    var other = new OtherWay(task, trace).compared(validated, chosen, coefficients);
    other.ifPresent(found -> trace.other(found, task.loss()));
    return other;
  }

  private Optional<List<OuterFit>> nested(StrengthGrid grid) {
    var outer =
        task.modelSpec()
            .validate()
            .stated()
            .flatMap(stated -> stated.outer().stated())
            .filter(stated -> stated.scheme().kind() != Scheme.Kind.NONE)
            .filter(stated -> task.context().nested());
    return outer.map(stated -> outerFits(stated, grid));
  }

  private List<OuterFit> outerFits(Validation.Outer outer, StrengthGrid grid) {
    var division = task.loops().orElseThrow().outer(outer);
    var folds =
        RefusedException.orRefuse(
                division.divide(task.context().rows(), task.allRows(), task.seeds()))
            .get(0);
    task.use("validate", "outer");
    var groups = division.groups(task.context().rows(), task.allRows());
    trace.folds("outer", division, task.context().analysisSet(), groups, List.of(folds));
    var labour = task.labour(task.modelName() + ", nested", folds.count());
    return new NestedLoop(task, outer, grid).run(folds, labour);
  }

  /** A fit that is not the optimum is an error, or a warning where the plan says so. */
  private void accept(StrengthGrid grid, int unconvergedFolds, Optional<List<OuterFit>> nested) {
    int outer = nested.stream().flatMap(List::stream).mapToInt(OuterFit::unconverged).sum();
    int unconverged = unconvergedFolds + outer + grid.unconverged();
    if (unconverged == 0) {
      return;
    }
    boolean iterates = task.engine().solveWord().equals("glmnet");
    var finding = Refusals.notConverged(task.modelName(), unconverged, iterates);
    if (!EngineOptions.flagged(task.modelSpec().penalty().stated())) {
      throw new RefusedException(List.of(finding));
    }
    warnings.add(finding.weighing(Severity.WARNING));
  }

  private ScoreBoard scores(
      double[] fitted, Optional<ScoreBoard.Predicted> cv, Optional<List<OuterFit>> nested) {
    double mean = Arrays.stream(outcome).sum() / outcome.length;
    var means = new double[outcome.length];
    Arrays.fill(means, mean);
    return new ScoreBoard(
        ScoreBoard.Predicted.of(outcome, fitted, means),
        cv,
        nested.map(fits -> OuterFit.predicted(fits, outcome)));
  }

  private ModelResult assemble(
      Fitted fitted, Optional<CvResult> cv, Optional<List<OuterFit>> nested, ScoreBoard board) {
    // a class has no variance to explain, and logits are no outcome
    var defined = inference.filter(any -> !task.engine().binomial());
    var r2 = defined.map(board::r2).orElse(List.of());
    var named = defined.map(board::scores).orElse(List.of());
    var outer = nested.map(fits -> nestedResult(fits, board.nested().orElseThrow()));
    record(cv, outer, r2, named);
    var modelSpec = task.modelSpec();
    return new ModelResult(
        modelSpec.name(),
        modelSpec.role().stated().map(role -> role.name().toLowerCase(Locale.ROOT)),
        modelSpec.reason().stated().map(reason -> reason.name().toLowerCase(Locale.ROOT)),
        modelSpec.outcome().orElse(""),
        task.context().analysisSet(),
        fitted.fit().named(task.columns()),
        fitted.values(),
        fitted.fit().converged(),
        fitted.fit().kkt(),
        cv,
        outer,
        r2,
        named,
        fitted.other(),
        Optional.empty());
  }

  private NestedResult nestedResult(List<OuterFit> fits, ScoreBoard.Predicted predicted) {
    var folds =
        fits.stream()
            .map(
                fit ->
                    new NestedResult.OuterFold(
                        task.participants(fit.rows()),
                        fit.cell().l1Ratio(),
                        fit.cell().gamma(),
                        fit.cell().lambda()))
            .toList();
    var weights = task.weights().values();
    double sum = 0;
    double total = 0;
    for (int i = 0; i < outcome.length; i++) {
      sum += weights.at(i) * task.tuning().loss().of(outcome[i], predicted.values().at(i));
      total += weights.at(i);
    }
    var shown = boxed(task.shown(predicted.values().toArray()));
    return new NestedResult(task.loss(), sum / total, shown, folds);
  }

  private void record(
      Optional<CvResult> cv,
      Optional<NestedResult> nested,
      List<NamedValue> r2,
      List<NamedValue> named) {
    cv.ifPresent(
        found -> {
          trace.score(error("cv_", found.error()));
          trace.score(error("intercept_only_cv_", found.interceptOnlyError()));
        });
    nested.ifPresent(found -> trace.score(error("nested_", found.error())));
    for (var score : r2) {
      var key =
          switch (score.name()) {
            case "inSample" -> "r2_in_sample";
            case "nested" -> "nested_r2";
            default -> "cv_r2";
          };
      task.context().settings().use("inference." + key);
      trace.score(new NamedValue(key, score.definition(), score.value()));
    }
    if (!named.isEmpty()) {
      task.context().settings().use("inference.scores");
    }
    named.forEach(trace::score);
  }

  private static List<Double> boxed(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  private NamedValue error(String prefix, double value) {
    var names = ErrorNames.of(task.loss());
    return new NamedValue(prefix + names.brief(), names.words(), Optional.of(value));
  }

  /** For each row the mean outcome of the rows that its fold was trained on, repeat by repeat. */
  static double[] trainingMeans(double[] outcome, List<FoldAssignment> folds) {
    return folds.stream()
        .flatMapToDouble(one -> Arrays.stream(ExplainedVariance.trainingMeans(outcome, one)))
        .toArray();
  }
}
