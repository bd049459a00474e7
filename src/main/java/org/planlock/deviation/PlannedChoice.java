package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.value.Decimal;
import org.planlock.trace.TraceEvents;

/** The choice that the registered grid alone would have given, as far as all of it was tried. */
final class PlannedChoice {
  private final ModelSpec spec;
  private final Evidence evidence;

  PlannedChoice(ModelSpec spec, Evidence evidence) {
    this.spec = spec;
    this.evidence = evidence;
  }

  /** Whether the registered grid was tried as a part of a larger one and gives the same cell. */
  boolean isUnchanged() {
    var selected = evidence.first(TraceEvents.SELECTION, spec.name());
    return plannedCells()
        .flatMap(cells -> rule().flatMap(rule -> rule.of(cells)))
        .filter(
            cell ->
                selected
                    .flatMap(s -> s.number("lambda"))
                    .filter(l -> same(l, cell.lambda()))
                    .isPresent())
        .filter(
            cell ->
                selected
                    .flatMap(s -> s.number("l1Ratio"))
                    .filter(l -> same(l, cell.l1Ratio()))
                    .isPresent())
        .isPresent();
  }

  private Optional<Choice> rule() {
    return spec.validate()
        .stated()
        .flatMap(v -> v.select().stated().map(select -> new Choice(select, v.ties().stated())));
  }

  private Optional<List<Choice.Cell>> plannedCells() {
    var penalty = spec.penalty().stated().orElseThrow();
    var ratios = penalty.l1Ratio().stated();
    var rule = penalty.lambda().stated();
    boolean simple = !penalty.hasOwnSequences() && penalty.gammas().isEmpty();
    if (!simple || ratios.isEmpty() || rule.isEmpty()) {
      return Optional.empty();
    }
    var shape = LambdaShape.of(spec, penalty, rule.get(), evidence);
    var all = Choice.cells(evidence.of(TraceEvents.CV, spec.name()));
    var lines = evidence.first(TraceEvents.GRID, spec.name()).map(GridLine::of).orElse(List.of());
    var cells = new ArrayList<Choice.Cell>();
    for (double ratio : ratios.get().stream().map(Decimal::toDouble).toList()) {
      var line = lines.stream().filter(l -> same(l.l1Ratio(), ratio)).findFirst();
      var planned = line.flatMap(l -> shape.planned(l.largest())).orElse(List.of());
      var tried = planned.stream().flatMap(l -> cell(all, ratio, l).stream()).toList();
      if (planned.isEmpty() || tried.size() < planned.size()) {
        return Optional.empty();
      }
      cells.addAll(tried);
    }
    return Optional.of(cells);
  }

  private Optional<Choice.Cell> cell(List<Choice.Cell> all, double ratio, double lambda) {
    return all.stream()
        .filter(cell -> same(cell.l1Ratio(), ratio) && same(cell.lambda(), lambda))
        .findFirst();
  }

  private boolean same(double a, double b) {
    return evidence.near().same(a, b);
  }
}
