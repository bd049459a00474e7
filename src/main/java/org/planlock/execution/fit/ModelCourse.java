package org.planlock.execution.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Severity;
import org.planlock.execution.result.CvResult;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.NamedValue;
import org.planlock.execution.result.NestedResult;
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
    var cell = selecting.cell(validated, grid);
    var fit = fit(cell);
    var coefficients = fit.named(task.columns());
    task.use("penalty");
    trace.fit(task.engine(), fit, coefficients, tuned(cell), task.context().analysisSet());
    var cv = validated.map(tables -> selecting.result(tables, cell));
    var nested = nested(grid);
    accept(fit, validated.map(tables -> tables.table().unconverged()).orElse(0), nested);
    var fitted = fit.predict(task.rows().columns());
    var scores = scores(fitted, validated.map(tables -> tables.predicted(cell, outcome)), nested);
    return assemble(fit, fitted, cv, nested, scores);
  }

  private FinalFit fit(SelectedCell cell) {
    return task.engine().fit(task.rows().sample(), cell.l1Ratio(), cell.lambda());
  }

  private Optional<SelectedCell> tuned(SelectedCell cell) {
    return task.engine().tuned() ? Optional.of(cell) : Optional.empty();
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
    trace.folds("outer", division, task.context().analysisSet(), List.of(folds));
    var labour = task.labour(task.modelName() + ", nested", folds.count());
    return new NestedLoop(task, outer, grid).run(folds, labour);
  }

  /** A fit that is not the optimum is an error, or a warning where the plan says so. */
  private void accept(FinalFit fit, int unconvergedFolds, Optional<List<OuterFit>> nested) {
    int outer = nested.stream().flatMap(List::stream).mapToInt(OuterFit::unconverged).sum();
    int unconverged = unconvergedFolds + outer + (fit.converged() ? 0 : 1);
    if (unconverged == 0) {
      return;
    }
    var finding = Refusals.notConverged(task.modelName(), unconverged);
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
      FinalFit fit,
      double[] fitted,
      Optional<CvResult> cv,
      Optional<List<OuterFit>> nested,
      ScoreBoard board) {
    var r2 = inference.map(board::r2).orElse(List.of());
    var named = inference.map(board::scores).orElse(List.of());
    var outer = nested.map(fits -> nestedResult(fits, board.nested().orElseThrow()));
    record(cv, outer, r2, named);
    var modelSpec = task.modelSpec();
    return new ModelResult(
        modelSpec.name(),
        modelSpec.role().stated().map(role -> role.name().toLowerCase(Locale.ROOT)),
        modelSpec.reason().stated().map(reason -> reason.name().toLowerCase(Locale.ROOT)),
        modelSpec.outcome().orElse(""),
        task.context().analysisSet(),
        fit.named(task.columns()),
        Arrays.stream(fitted).boxed().toList(),
        fit.converged(),
        fit.kkt(),
        cv,
        outer,
        r2,
        named,
        Optional.empty());
  }

  private NestedResult nestedResult(List<OuterFit> fits, ScoreBoard.Predicted predicted) {
    var folds =
        fits.stream()
            .map(
                fit ->
                    new NestedResult.OuterFold(
                        task.participants(fit.rows()), fit.cell().l1Ratio(), fit.cell().lambda()))
            .toList();
    var weights = task.weights().values();
    double sum = 0;
    double total = 0;
    for (int i = 0; i < outcome.length; i++) {
      double error = outcome[i] - predicted.values().at(i);
      sum += weights.at(i) * (error * error);
      total += weights.at(i);
    }
    return new NestedResult(sum / total, predicted.values().toList(), folds);
  }

  private void record(
      Optional<CvResult> cv,
      Optional<NestedResult> nested,
      List<NamedValue> r2,
      List<NamedValue> named) {
    cv.ifPresent(
        found -> {
          trace.score(error("cv_mse", found.mse()));
          trace.score(error("intercept_only_cv_mse", found.interceptOnlyMse()));
        });
    nested.ifPresent(found -> trace.score(error("nested_mse", found.mse())));
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

  private static NamedValue error(String name, double value) {
    return new NamedValue(name, "mean squared error", Optional.of(value));
  }

  /** For each row the mean outcome of the rows that its fold was trained on, repeat by repeat. */
  static double[] trainingMeans(double[] outcome, List<FoldAssignment> folds) {
    return folds.stream()
        .flatMapToDouble(one -> Arrays.stream(ExplainedVariance.trainingMeans(outcome, one)))
        .toArray();
  }
}
