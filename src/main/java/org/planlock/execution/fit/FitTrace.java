package org.planlock.execution.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.planlock.execution.Design;
import org.planlock.execution.result.Coefficients;
import org.planlock.execution.result.CvCurve;
import org.planlock.execution.result.ErrorNames;
import org.planlock.execution.result.NamedValue;
import org.planlock.execution.result.OtherSolve;
import org.planlock.execution.result.SelectedCell;
import org.planlock.plan.Plan;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Selection;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.elasticnet.OwnSequences;
import org.planlock.stats.elasticnet.TuningLine;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;

/** Writes down what happens to one model, when it happens. */
final class FitTrace {
  private final String modelName;
  private final TraceSink sink;

  FitTrace(String modelName, TraceSink sink) {
    this.modelName = modelName;
    this.sink = sink;
  }

  /** The matrix of the final fit. */
  void design(Design design, ModelSpec modelSpec, Plan plan) {
    var outcome = modelSpec.outcome().orElse("");
    var formula =
        plan.variables().orElse(List.of()).stream()
            .filter(variable -> variable.name().equals(outcome))
            .map(variable -> TraceValue.of(variable.value().text()))
            .findFirst();
    sink.record(
        event(TraceEvents.DESIGN)
            .without("fold")
            .withTexts("rows", design.participants())
            .withTexts("columns", design.columns())
            .with("outcome", outcome)
            .with("outcomeFormula", formula.orElseGet(TraceValue::missing))
            .with("outcomeValues", TraceValue.numbers(design.outcome()))
            .with("sha256", DesignDigest.of(design)));
  }

  /** Who is held out when: one event a repeat, folds numbered from 1. */
  void folds(
      String loop,
      FoldDivision division,
      List<String> participants,
      Optional<List<String>> groups,
      List<FoldAssignment> repeats) {
    for (int r = 0; r < repeats.size(); r++) {
      var folds = repeats.get(r);
      var numbers = Arrays.stream(folds.toArray()).map(fold -> fold + 1).toArray();
      var event =
          event(TraceEvents.FOLDS)
              .with("loop", loop)
              .with("scheme", division.scheme().text())
              .with("by", division.grouped().orElse("participant"))
              .withTexts("ids", participants)
              .with("fold", TraceValue.wholes(numbers))
              .with("repeats", repeats.size());
      event = groups.isPresent() ? event.withTexts("groups", groups.get()) : event;
      sink.record(repeats.size() == 1 ? event : event.with("replicate", r + 1));
    }
  }

  void grid(StrengthGrid grid, Engine engine) {
    var lines = grid.tuning().lines();
    var described = engine.describe(TraceEvent.of("")).value("objective");
    var event = event(TraceEvents.GRID);
    event = described.isPresent() ? event.with("objective", described.get()) : event;
    event = event.with("lambdaFolds", grid.own() ? "own" : "same_values");
    if (grid.strengths() instanceof OwnSequences own) {
      event =
          event
              .with("count", own.count())
              .withNumbers("smallestRatio", own.smallest().fewRows(), own.smallest().otherwise());
    }
    if (engine.relaxed()) {
      event = event.withNumbers("gammas", lines.stream().mapToDouble(TuningLine::gamma).toArray());
    }
    sink.record(
        event
            .withNumbers("l1Ratios", lines.stream().mapToDouble(TuningLine::l1Ratio).toArray())
            .with(
                "lambdas",
                TraceValue.items(
                    lines.stream()
                        .map(line -> TraceValue.numbers(line.lambdas().toList()))
                        .toList()))
            .with(
                "lambdaMax",
                TraceValue.items(
                    grid.largest().stream()
                        .map(max -> max.map(TraceValue::of).orElseGet(TraceValue::missing))
                        .toList())));
  }

  void curve(CvCurve curve, String loss) {
    sink.record(
        gamma(event(TraceEvents.CV).with("l1Ratio", curve.l1Ratio()), curve.gamma())
            .with("lambda", TraceValue.numbers(curve.lambda()))
            .with("loss", loss)
            .with(ErrorNames.of(loss).error(), TraceValue.numbers(curve.error()))
            .with("se", TraceValue.numbers(curve.se()))
            .with("nonzero", TraceValue.numbers(curve.nonzero())));
  }

  private static TraceEvent gamma(TraceEvent event, Optional<Double> gamma) {
    return gamma.isPresent() ? event.with("gamma", gamma.get()) : event;
  }

  void selection(Selection selection, SelectedCell cell, String loss) {
    var rule = selection.oneStandardError().isPresent() ? "one_standard_error" : "minimum";
    var turns = selection.minimum().or(selection::oneStandardError);
    var event =
        gamma(
                event(TraceEvents.SELECTION)
                    .with("rule", rule)
                    .with("turns", turns.map(FitTrace::word).orElse("jointly"))
                    .with("l1Ratio", cell.l1Ratio()),
                cell.gamma())
            .with("lambda", cell.lambda())
            .with("loss", loss)
            .with(ErrorNames.of(loss).error(), cell.error())
            .with("tied", cell.tied());
    sink.record(
        cell.edges().isEmpty()
            ? event.with("edge", false)
            : event.with("edge", String.join(", ", cell.edges())));
  }

  void fit(
      Engine engine,
      FinalFit fit,
      Coefficients coefficients,
      Optional<SelectedCell> cell,
      List<String> participants) {
    var event = engine.describe(event(TraceEvents.FIT));
    if (cell.isPresent()) {
      event =
          gamma(event.with("l1Ratio", cell.get().l1Ratio()), cell.get().gamma())
              .with("lambda", cell.get().lambda());
    }
    sink.record(
        event
            .withTexts("rows", participants)
            .withTexts("columns", coefficients.byTerm().keySet())
            .with("interceptValue", coefficients.intercept())
            .with("coefficients", TraceValue.numbers(coefficients.byTerm().values()))
            .with("kkt", fit.kkt())
            .with("iterations", fit.iterations())
            .with("converged", fit.converged()));
  }

  /** What the other way to the minimum would have chosen. */
  void other(OtherSolve other, String loss) {
    var cell = other.selected();
    sink.record(
        gamma(
                event(TraceEvents.OTHER_SOLVE)
                    .with("solve", other.solve())
                    .with("l1Ratio", cell.l1Ratio()),
                cell.gamma())
            .with("lambda", cell.lambda())
            .with(ErrorNames.of(loss).error(), cell.error())
            .withTexts("terms", other.terms())
            .with("note", other.note()));
  }

  void score(NamedValue score) {
    sink.record(
        event(TraceEvents.SCORE)
            .with("name", score.name())
            .with("definition", score.definition())
            .with("value", score.value().map(TraceValue::of).orElseGet(TraceValue::missing)));
  }

  /** The ends of a grid as words. */
  static List<String> words(Set<? extends Enum<?>> constants) {
    return constants.stream()
        .sorted(Comparator.comparingInt(Enum::ordinal))
        .map(FitTrace::word)
        .toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private TraceEvent event(String type) {
    return TraceEvent.of(type).with("model", modelName);
  }
}
