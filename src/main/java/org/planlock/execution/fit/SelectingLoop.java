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
   * @param designs what the folds were fitted to
   */
  record Tables(
      List<FoldAssignment> repeats, FoldPreparation designs, CvTable table, CvTable interceptOnly) {
    /** Predictions at a cell, repeat after repeat. */
    ScoreBoard.Predicted predicted(Chosen chosen, double[] outcome) {
      var values =
          IntStream.range(0, repeats.size())
              .boxed()
              .flatMapToDouble(r -> table.predictions(r, chosen.line(), chosen.index()).stream())
              .toArray();
      var outcomes = repeats.stream().flatMapToDouble(r -> Arrays.stream(outcome)).toArray();
      return ScoreBoard.Predicted.of(outcomes, values, ModelCourse.trainingMeans(outcome, repeats));
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
      var groups = division.groups(task.context().rows(), task.allRows());
      trace.folds("validate", division, task.context().analysisSet(), groups, repeats);
    }
    return repeats;
  }

  /** The registered strengths, computed on the whole analysis set where they depend on data. */
  StrengthGrid grid() {
    outcomes().ifPresent(check -> check.check(""));
    var grid = RefusedException.orRefuse(task.engine().grid(task.gridRows()));
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
    var source = task.source();
    outcomes().ifPresent(check -> check.check(repeats, source));
    var designs = source.over(repeats, task.rows().sample());
    var table = table(repeats, designs, grid);
    task.use("validate", "inside");
    task.use("validate", "outside");
    task.use("validate", "loss");
    return Optional.of(new Tables(repeats, designs, table, interceptOnly(repeats)));
  }

  /** The errors of every cell. */
  CvTable table(List<FoldAssignment> repeats, FoldPreparation designs, StrengthGrid grid) {
    int pieces = repeats.stream().mapToInt(FoldAssignment::count).sum();
    return task.tuning()
        .table(grid, repeats, task.rows().sample(), designs, task.labour(task.modelName(), pieces));
  }

  private Optional<FoldOutcomes> outcomes() {
    return task.engine().tuned()
        ? Optional.of(
            new FoldOutcomes(task.modelName(), task.engine().binomial(), task.rows().outcome()))
        : Optional.empty();
  }

  /** The chosen cell; without validation the only one. */
  Chosen cell(Optional<CvTable> validated, StrengthGrid grid) {
    boolean relaxed = task.engine().relaxed();
    if (validated.isPresent()) {
      return Chosen.of(task.tuning().select(validated.get()), grid, relaxed);
    }
    if (grid.tuning().cells() > 1) {
      throw new RefusedException(
          List.of(
              Refusals.unusableGrid(
                      UsedNames.model(task.modelName(), "validate"),
                      "no cell of the grid of `" + task.modelName() + "` can be chosen")
                  .note("the plan registers several strengths and no validation")));
    }
    var line = grid.tuning().lines().get(0);
    var gamma = Chosen.gamma(grid, 0, relaxed);
    var only =
        new SelectedCell(line.l1Ratio(), gamma, line.lambdas().at(0), Double.NaN, 1, List.of());
    return new Chosen(only, 0, 0);
  }

  /** Records how the cell was chosen. */
  void record(List<CvCurve> curves, Chosen chosen) {
    if (!task.engine().tuned()) {
      return;
    }
    curves.forEach(curve -> trace.curve(curve, task.loss()));
    task.use("validate", "select");
    task.use("validate", "ties");
    task.use("validate", "edge");
    var selection = task.modelSpec().validate().stated().flatMap(v -> v.select().stated());
    trace.selection(selection.orElseThrow(), chosen.cell(), task.loss());
  }

  CvResult result(Tables tables, StrengthGrid grid, List<CvCurve> curves, Chosen chosen) {
    int line = chosen.line();
    int index = chosen.index();
    var table = tables.table();
    boolean tuned = task.engine().tuned();
    return new CvResult(
        task.loss(),
        curves,
        tuned ? Optional.of(chosen.cell()) : Optional.empty(),
        table.error(line, index),
        table.se(line, index),
        tables.interceptOnly().error(0, 0),
        Arrays.stream(task.shown(table.predictions(line, index).toArray())).boxed().toList(),
        foldFits(tables, grid, chosen));
  }

  private CvTable interceptOnly(List<FoldAssignment> repeats) {
    var outcome = task.rows().outcome();
    var weights = task.weights().values().toArray();
    var empty = Sample.of(Columns.of(outcome.length, new double[0][]), outcome, weights);
    return new CrossValidation(
            LeastSquaresSolver.interceptOnly(task.modelName(), task.engine().binomial()),
            LeastSquaresSolver.ONE_CELL,
            task.tuning().aggregation(),
            task.tuning().loss())
        .evaluate(repeats, outcome, weights, FoldPreparation.splitting(empty), Labour.on(1));
  }

  /** The error curves beside the fits of all rows; none where there is nothing to tune. */
  List<CvCurve> curves(Optional<Tables> validated, StrengthGrid grid) {
    var curves = new ArrayList<CvCurve>();
    if (validated.isEmpty() || !task.engine().tuned()) {
      return curves;
    }
    for (int line = 0; line < grid.paths().size(); line++) {
      var gamma = Chosen.gamma(grid, line, task.engine().relaxed());
      curves.add(curve(validated.get().table(), line, gamma, grid.paths().get(line)));
    }
    return curves;
  }

  private static CvCurve curve(CvTable table, int line, Optional<Double> gamma, FittedPath path) {
    return new CvCurve(
        path.line().l1Ratio(),
        gamma,
        path.line().lambdas().toList(),
        table.error(line).toList(),
        table.se(line).toList(),
        path.fits().stream().map(fit -> fit.nonzero()).toList());
  }

  private List<Coefficients> foldFits(Tables tables, StrengthGrid grid, Chosen chosen) {
    var strengths = task.engine().leadingTo(grid, chosen);
    var folds = new FoldFits(task.engine().solver(), tables.designs());
    var fits = new ArrayList<Coefficients>();
    for (int r = 0; r < tables.repeats().size(); r++) {
      int repeat = r;
      var assignment = tables.repeats().get(r);
      fits.addAll(
          Labour.on(task.context().threads())
              .inOrder(
                  assignment.count(),
                  fold ->
                      FinalFit.of(
                              folds.at(assignment, repeat, fold, strengths, chosen.cell().lambda()))
                          .named(task.columns())));
    }
    return fits;
  }
}
