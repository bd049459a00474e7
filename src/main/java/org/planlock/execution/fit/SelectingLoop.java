package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planlock.execution.result.Coefficients;
import org.planlock.execution.result.CvCurve;
import org.planlock.execution.result.CvResult;
import org.planlock.execution.result.SelectedCell;
import org.planlock.stats.Columns;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.Loss;

/** The loop that chooses a cell of the grid by its error on rows that the fit did not see. */
final class SelectingLoop {
  private final FittingTask task;
  private final FitTrace trace;

  SelectingLoop(FittingTask task, FitTrace trace) {
    this.task = task;
    this.trace = trace;
  }

  /**
   * The errors of every cell, and of predicting by the mean.
   *
   * @param repeats the assignments in force
   */
  record Tables(List<FoldAssignment> repeats, CvTable table, CvTable interceptOnly) {
    /** Predictions at a cell, repeat after repeat. */
    ScoreBoard.Predicted predicted(SelectedCell cell, double[] outcome) {
      int line = line(cell);
      int index = index(cell);
      var values =
          IntStream.range(0, repeats.size())
              .boxed()
              .flatMapToDouble(r -> table.predictions(r, line, index).stream())
              .toArray();
      var outcomes = repeats.stream().flatMapToDouble(r -> Arrays.stream(outcome)).toArray();
      return ScoreBoard.Predicted.of(outcomes, values, ModelCourse.trainingMeans(outcome, repeats));
    }

    int line(SelectedCell cell) {
      var lines = table.grid().lines();
      return IntStream.range(0, lines.size())
          .filter(i -> lines.get(i).l1Ratio() == cell.l1Ratio())
          .findFirst()
          .orElse(0);
    }

    int index(SelectedCell cell) {
      var lambdas = table.grid().lines().get(line(cell)).lambdas();
      return IntStream.range(0, lambdas.size())
          .filter(k -> lambdas.at(k) == cell.lambda())
          .findFirst()
          .orElse(0);
    }
  }

  /** One assignment a repeat; none where the plan validates nothing. */
  List<FoldAssignment> folds() {
    if (task.loops().isEmpty()) {
      return List.of();
    }
    var division = RefusedException.orRefuse(task.loops().get().selecting());
    var repeats =
        RefusedException.orRefuse(
            division.divide(task.context().rows(), task.allRows(), task.seeds()));
    if (!repeats.isEmpty()) {
      for (var key : List.of("scheme", "by", "grouped", "repeats", "strata", "fold_ids", "seed")) {
        task.use("validate", key);
      }
      trace.folds("validate", division, task.context().analysisSet(), repeats);
    }
    return repeats;
  }

  /** The registered strengths, computed on the whole analysis set where they depend on data. */
  StrengthGrid grid() {
    var grid = RefusedException.orRefuse(task.engine().grid(task.rows().sample(), ""));
    if (task.engine().tuned()) {
      task.use("penalty", "l1_ratio");
      task.use("penalty", "lambda");
      task.use("penalty", "lambda_max");
      task.use("penalty", "lambda_folds");
      trace.grid(grid, task.engine());
    }
    return grid;
  }

  Optional<Tables> validate(List<FoldAssignment> repeats, StrengthGrid grid) {
    if (repeats.isEmpty()) {
      return Optional.empty();
    }
    int pieces = repeats.stream().mapToInt(FoldAssignment::count).sum();
    var table =
        task.tuning()
            .table(
                grid.tuning(),
                repeats,
                task.rows().sample(),
                task.source(),
                task.labour(task.modelName(), pieces));
    task.use("validate", "inside");
    task.use("validate", "outside");
    task.use("validate", "loss");
    return Optional.of(new Tables(repeats, table, interceptOnly(repeats)));
  }

  /** The chosen cell; without validation the only one. */
  SelectedCell cell(Optional<Tables> validated, StrengthGrid grid) {
    if (validated.isEmpty() && grid.tuning().cells() > 1) {
      throw new RefusedException(
          List.of(
              Refusals.unusableGrid(
                      UsedNames.model(task.modelName(), "validate"),
                      "no cell of the grid of `" + task.modelName() + "` can be chosen")
                  .note("the plan registers several strengths and no validation")));
    }
    if (validated.isEmpty()) {
      var line = grid.tuning().lines().get(0);
      return new SelectedCell(line.l1Ratio(), line.lambdas().at(0), Double.NaN, 1, List.of());
    }
    var selected = task.tuning().select(validated.get().table());
    var cell = selected.cell();
    var chosen =
        new SelectedCell(
            cell.l1Ratio(),
            cell.lambda(),
            cell.error(),
            selected.candidates(),
            FitTrace.words(selected.edges()));
    if (task.engine().tuned()) {
      recordSelection(validated.get(), grid, chosen);
    }
    return chosen;
  }

  private void recordSelection(Tables tables, StrengthGrid grid, SelectedCell chosen) {
    curves(tables.table(), grid).forEach(trace::curve);
    task.use("validate", "select");
    task.use("validate", "ties");
    task.use("validate", "edge");
    var selection = task.modelSpec().validate().stated().flatMap(v -> v.select().stated());
    trace.selection(selection.orElseThrow(), chosen);
  }

  CvResult result(Tables tables, SelectedCell chosen) {
    int line = tables.line(chosen);
    int index = tables.index(chosen);
    var table = tables.table();
    boolean tuned = task.engine().tuned();
    return new CvResult(
        tuned ? curves(table, new StrengthGrid(table.grid(), List.of())) : List.of(),
        tuned ? Optional.of(chosen) : Optional.empty(),
        table.error(line, index),
        table.se(line, index),
        tables.interceptOnly().error(0, 0),
        table.predictions(line, index).toList(),
        foldFits(tables, chosen));
  }

  private CvTable interceptOnly(List<FoldAssignment> repeats) {
    var outcome = task.rows().outcome();
    var weights = task.weights().values().toArray();
    var empty = Sample.of(Columns.of(outcome.length, new double[0][]), outcome, weights);
    return new CrossValidation(
            LeastSquaresSolver.interceptOnly(task.modelName()),
            LeastSquaresSolver.ONE_CELL,
            task.tuning().aggregation(),
            Loss.SQUARED_ERROR)
        .evaluate(repeats, outcome, weights, FoldPreparation.splitting(empty), Labour.on(1));
  }

  private List<CvCurve> curves(CvTable table, StrengthGrid grid) {
    var paths = task.tuning().solver().paths(task.rows().sample(), grid.tuning());
    var curves = new ArrayList<CvCurve>();
    for (int line = 0; line < paths.size(); line++) {
      curves.add(curve(table, line, paths.get(line)));
    }
    return curves;
  }

  private static CvCurve curve(CvTable table, int line, FittedPath path) {
    return new CvCurve(
        path.line().l1Ratio(),
        path.line().lambdas().toList(),
        table.error(line).toList(),
        table.se(line).toList(),
        path.fits().stream().map(fit -> fit.nonzero()).toList());
  }

  private List<Coefficients> foldFits(Tables tables, SelectedCell chosen) {
    var fits = new ArrayList<Coefficients>();
    for (int r = 0; r < tables.repeats().size(); r++) {
      int repeat = r;
      var folds = tables.repeats().get(r);
      fits.addAll(
          Labour.on(task.context().threads())
              .inOrder(folds.count(), fold -> foldFit(folds, repeat, fold, chosen)));
    }
    return fits;
  }

  private Coefficients foldFit(FoldAssignment folds, int repeat, int fold, SelectedCell chosen) {
    var design = task.source().prepare(folds, repeat, fold);
    return task.engine()
        .fit(design.train(), chosen.l1Ratio(), chosen.lambda())
        .named(task.columns());
  }
}
