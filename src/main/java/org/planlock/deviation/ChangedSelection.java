package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Selection;
import org.planlock.plan.fit.Validation;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds models whose penalty was not chosen by the registered rule, made again from the curves. */
final class ChangedSelection implements DeviationDetector {
  private static final List<String> DECIDING = List.of("select", "ties", "loss");

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .filter(spec -> Evidence.isTuned(spec) && evidence.mentions(spec.name()))
        .flatMap(
            spec ->
                spec.validate().stated().stream()
                    .flatMap(
                        v -> v.select().stated().stream().map(s -> judge(spec, v, s, evidence)))
                    .flatMap(Optional::stream));
  }

  private static Optional<Finding> judge(
      ModelSpec spec, Validation validation, Selection select, Evidence evidence) {
    var name = spec.name();
    var selection = evidence.first(TraceEvents.SELECTION, name);
    var curves = evidence.of(TraceEvents.CV, name);
    if (selection.isEmpty() || curves.isEmpty()) {
      return Optional.of(
          new Gap(PlanPaths.model(name, "validate", "select"), "the events `cv` and `selection`"));
    }
    var event = selection.get();
    var rule = select.oneStandardError().isPresent() ? "one_standard_error" : "minimum";
    var otherLoss = otherLoss(spec, validation, curves, event);
    if (otherLoss.isPresent()) {
      return otherLoss;
    }
    var turns =
        Phrasing.of(
            select.minimum().or(select::oneStandardError).orElse(Selection.Jointly.JOINTLY));
    if (event.text("turns").filter(used -> !used.equals(turns)).isPresent()) {
      return Optional.of(
          deviation(spec, "was chosen in another order than registered", event, evidence)
              .values(turns, event.text("turns").orElse("")));
    }
    if (event.text("rule").filter(used -> !used.equals(rule)).isPresent()) {
      return Optional.of(
          deviation(spec, "was chosen by another rule than registered", event, evidence)
              .values(rule, event.text("rule").orElse("")));
    }
    return madeAgain(spec, validation, select, event, evidence);
  }

  private static Optional<Finding> madeAgain(
      ModelSpec spec,
      Validation validation,
      Selection select,
      TraceEvent event,
      Evidence evidence) {
    var curves = evidence.of(TraceEvents.CV, spec.name());
    var chosen = new Choice(select, validation.ties().stated()).of(Choice.cells(curves));
    return chosen
        .filter(cell -> isWhole(spec, curves, evidence) || !isOther(event, cell, evidence.near()))
        .map(cell -> compare(spec, cell, event, evidence).or(() -> cut(spec, curves)))
        .orElseGet(
            () ->
                Optional.of(
                    new Gap(
                        PlanPaths.model(spec.name(), "validate", "select"),
                        "the errors and `se` of every `cv`")));
  }

  /** Among the errors that a curve leaves out there may be a smaller one. */
  private static Optional<Finding> cut(ModelSpec spec, List<TraceEvent> curves) {
    return curves.stream().anyMatch(Choice::isShort)
        ? Optional.of(
            new Gap(
                PlanPaths.model(spec.name(), "validate", "select"),
                "an error at every `lambda` of every `cv`"))
        : Optional.empty();
  }

  /** Without the errors of one l1_ratio another may seem to be the best. */
  private static boolean isWhole(ModelSpec spec, List<TraceEvent> curves, Evidence evidence) {
    var ratios =
        evidence
            .first(TraceEvents.GRID, spec.name())
            .flatMap(grid -> grid.numbers("l1Ratios"))
            .orElse(List.of());
    if (curves.stream().anyMatch(Choice::isShort)) {
      return false;
    }
    var told = Choice.cells(curves).stream().map(Choice.Cell::l1Ratio).distinct().toList();
    return ratios.stream()
        .allMatch(ratio -> told.stream().anyMatch(one -> evidence.near().same(ratio, one)));
  }

  private static Optional<Finding> otherLoss(
      ModelSpec spec, Validation validation, List<TraceEvent> curves, TraceEvent selection) {
    var planned = validation.loss().stated().map(loss -> Phrasing.of(loss.of()));
    return Stream.concat(curves.stream(), Stream.of(selection))
        .filter(event -> planned.isPresent() && event.text("loss").isPresent())
        .filter(event -> !event.text("loss").equals(planned))
        .findFirst()
        .map(
            event ->
                Deviation.of(
                        Rule.CHANGED_SELECTION,
                        PlanPaths.model(spec.name(), "validate", "loss", "of"),
                        DeviationSeverity.S3,
                        "`" + spec.name() + "` was judged by another loss than registered")
                    .values(planned.orElseThrow(), event.text("loss").orElseThrow())
                    .at(event)
                    .inModel(spec.name())
                    .note("another loss takes another penalty for the best")
                    .help("execute the plan as locked"));
  }

  private static Optional<Finding> compare(
      ModelSpec spec, Choice.Cell chosen, TraceEvent event, Evidence evidence) {
    if (event.number("lambda").isEmpty() || event.number("l1Ratio").isEmpty()) {
      return Optional.of(untold(spec, "selection"));
    }
    if (isOther(event, chosen, evidence.near())) {
      return Optional.of(
          deviation(
                  spec,
                  "does not have the penalty that the registered rule chooses",
                  event,
                  evidence)
              .values(cell(chosen), recorded(event)));
    }
    var error = event.number("mse").or(() -> event.number("error"));
    if (error.filter(number -> !evidence.near().same(number, chosen.error())).isPresent()) {
      return Optional.of(
          deviation(spec, "was chosen for another error than its curve has", event, evidence)
              .values(TraceValue.of(chosen.error()), TraceValue.of(error.get())));
    }
    return evidence
        .first(TraceEvents.FIT, spec.name())
        .flatMap(fit -> fitted(spec, chosen, fit, evidence));
  }

  /** A fit may leave its penalty to the selection before it, but not half of it. */
  private static Optional<Finding> fitted(
      ModelSpec spec, Choice.Cell chosen, TraceEvent fit, Evidence evidence) {
    if (isOther(fit, chosen, evidence.near())) {
      return Optional.of(
          deviation(spec, "was fitted at another penalty than was selected", fit, evidence)
              .values(cell(chosen), recorded(fit)));
    }
    return fit.number("lambda").isPresent() == fit.number("l1Ratio").isPresent()
        ? Optional.empty()
        : Optional.of(untold(spec, "fit"));
  }

  private static Gap untold(ModelSpec spec, String type) {
    return new Gap(
        PlanPaths.model(spec.name(), "validate", "select"),
        "`l1Ratio` and `lambda` in the event `" + type + "`");
  }

  /** Whether anything that is recorded of a penalty is not that of a cell. */
  private static boolean isOther(TraceEvent event, Choice.Cell cell, Near near) {
    return event.number("l1Ratio").filter(l -> !near.same(l, cell.l1Ratio())).isPresent()
        || event.number("gamma").filter(g -> !near.same(g, cell.gamma())).isPresent()
        || event.number("lambda").filter(l -> !near.same(l, cell.lambda())).isPresent();
  }

  private static TraceValue cell(Choice.Cell cell) {
    return pair(cell.l1Ratio(), cell.lambda());
  }

  private static TraceValue recorded(TraceEvent event) {
    return pair(
        event.number("l1Ratio").orElse(Double.NaN), event.number("lambda").orElse(Double.NaN));
  }

  private static TraceValue pair(double l1Ratio, double lambda) {
    var members = new java.util.LinkedHashMap<String, TraceValue>();
    members.put("l1_ratio", TraceValue.of(l1Ratio));
    members.put("lambda", TraceValue.of(lambda));
    return TraceValue.fields(members);
  }

  private static Deviation deviation(
      ModelSpec spec, String what, TraceEvent event, Evidence evidence) {
    var changed = evidence.usedValues().changes();
    var key =
        DECIDING.stream()
            .filter(
                each ->
                    changed.stream()
                        .anyMatch(
                            used -> used.isWithin(PlanPaths.model(spec.name(), "validate", each))))
            .findFirst()
            .orElse("select");
    return Deviation.of(
            Rule.CHANGED_SELECTION,
            PlanPaths.model(spec.name(), "validate", key),
            DeviationSeverity.S3,
            "`" + spec.name() + "` " + what)
        .at(event)
        .inModel(spec.name())
        .note("which terms are kept depends on the penalty that is chosen")
        .help("execute the plan as locked");
  }
}
