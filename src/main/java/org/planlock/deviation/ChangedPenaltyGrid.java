package org.planlock.deviation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.value.Decimal;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds models whose tried penalties are not exactly the registered ones. */
final class ChangedPenaltyGrid implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .filter(spec -> Evidence.isTuned(spec) && evidence.mentions(spec.name()))
        .flatMap(spec -> model(spec, evidence));
  }

  private static Stream<Finding> model(ModelSpec spec, Evidence evidence) {
    var grid = evidence.first(TraceEvents.GRID, spec.name());
    var path = PlanPaths.model(spec.name(), "penalty", "lambda");
    if (grid.isEmpty()) {
      return Stream.of(new Gap(path, "the event `grid`"));
    }
    if (grid.get().numbers("l1Ratios").isEmpty() || grid.get().items("lambdas").isEmpty()) {
      return Stream.of(new Gap(path, "`l1Ratios` and `lambdas` in the event `grid`"));
    }
    var penalty = spec.penalty().stated().orElseThrow();
    var lines = GridLine.of(grid.get());
    var found = new ArrayList<Finding>();
    found.addAll(ratios(spec, penalty, grid.get(), evidence));
    found.addAll(new GridRules(spec, penalty, evidence).find(grid.get(), lines));
    if (!GridRules.areOther(found)) {
      penalty
          .lambda()
          .stated()
          .ifPresent(rule -> found.addAll(lambdas(spec, rule, grid.get(), lines, evidence)));
    }
    if (found.isEmpty()) {
      found.addAll(otherCurve(spec, lines, evidence));
    }
    if (found.isEmpty()) {
      found.addAll(untold(spec, penalty, lines, evidence));
    }
    return found.stream();
  }

  private static List<Finding> ratios(
      ModelSpec spec, Penalty penalty, TraceEvent grid, Evidence evidence) {
    var all = grid.numbers("l1Ratios").orElse(List.of());
    var tried = grid.value("gammas").isPresent() ? all.stream().distinct().toList() : all;
    return penalty.l1Ratio().stated().stream()
        .map(planned -> planned.stream().map(Decimal::toDouble).toList())
        .filter(planned -> !evidence.near().same(planned, tried))
        .<Finding>map(
            planned ->
                deviation(
                        spec,
                        "l1_ratio",
                        "`"
                            + spec.name()
                            + "` was tuned over other l1_ratio values than registered",
                        grid,
                        evidence)
                    .values(TraceValue.numbers(planned), TraceValue.numbers(tried)))
        .toList();
  }

  private static List<Finding> lambdas(
      ModelSpec spec, LambdaRule rule, TraceEvent grid, List<GridLine> lines, Evidence evidence) {
    var shape = LambdaShape.of(spec, spec.penalty().stated().orElseThrow(), rule, evidence);
    Set<String> broken = new LinkedHashSet<>();
    lines.forEach(line -> broken.addAll(shape.broken(line.lambdas(), line.largest())));
    if (grid.items("lambdas").map(List::size).orElse(0) != lines.size() || lines.isEmpty()) {
      broken.add("");
    }
    boolean whole = broken.contains("") || replaced(spec, evidence);
    if (broken.isEmpty()) {
      return List.of();
    }
    return (whole ? Stream.of("") : broken.stream())
        .<Finding>map(part -> lambda(spec, rule, part, grid, lines, evidence))
        .toList();
  }

  /** Whether the analysis says that it used another rule altogether. */
  private static boolean replaced(ModelSpec spec, Evidence evidence) {
    var path = PlanPaths.model(spec.name(), "penalty", "lambda");
    return evidence.usedValues().changes().stream().anyMatch(used -> used.path().equals(path));
  }

  private static Deviation lambda(
      ModelSpec spec,
      LambdaRule rule,
      String part,
      TraceEvent grid,
      List<GridLine> lines,
      Evidence evidence) {
    var tried = lines.isEmpty() ? List.<Double>of() : lines.get(0).lambdas();
    var key = part.isEmpty() ? "lambda" : "lambda." + part;
    var found = deviation(spec, key, message(spec, rule, part, tried), grid, evidence);
    var observed =
        switch (part) {
          case "values" -> TraceValue.of((double) tried.size());
          case "from", "to" -> ends(tried);
          default -> TraceValue.numbers(tried);
        };
    return found.values(evidence.paths().planned(found.path()), observed);
  }

  private static TraceValue ends(List<Double> tried) {
    var all = LambdaShape.descending(tried);
    return TraceValue.numbers(all.get(0), all.get(all.size() - 1));
  }

  private static String message(ModelSpec spec, LambdaRule rule, String part, List<Double> tried) {
    var name = "`" + spec.name() + "` ";
    if (rule instanceof LambdaRule.Spaced spaced && part.equals("values")) {
      return name
          + "was fitted at "
          + tried.size()
          + " penalty strengths, "
          + spaced.values()
          + " were registered";
    }
    return switch (part) {
      case "from" -> name + "was fitted from another largest penalty strength";
      case "to" -> name + "was fitted down to another smallest penalty strength";
      case "spacing" -> name + "was fitted at penalty strengths with another spacing";
      default -> name + "was fitted at other penalty strengths than registered";
    };
  }

  /** The curve of errors must run over the strengths of the grid. */
  private static List<Finding> otherCurve(ModelSpec spec, List<GridLine> lines, Evidence evidence) {
    return evidence.of(TraceEvents.CV, spec.name()).stream()
        .filter(curve -> curve.number("l1Ratio").isPresent())
        .filter(curve -> curve.numbers("lambda").isPresent())
        .filter(curve -> lines.stream().noneMatch(line -> isOf(curve, line, evidence)))
        .limit(1)
        .<Finding>map(
            curve ->
                deviation(
                        spec,
                        "lambda",
                        "`" + spec.name() + "` was judged at penalty strengths outside its grid",
                        curve,
                        evidence)
                    .values(
                        evidence.paths().planned(PlanPaths.model(spec.name(), "penalty", "lambda")),
                        curve.value("lambda").orElseGet(TraceValue::missing)))
        .toList();
  }

  /** Without lambda max nobody knows where a grid had to start; without a curve who won it. */
  private static List<Finding> untold(
      ModelSpec spec, Penalty penalty, List<GridLine> lines, Evidence evidence) {
    var found = new ArrayList<Finding>();
    boolean needed =
        penalty
            .lambda()
            .stated()
            .filter(
                rule ->
                    rule instanceof LambdaRule.Spaced spaced
                        && (spaced.from().ofMax() || spaced.to().ofMax()))
            .isPresent();
    if (needed && lines.stream().anyMatch(line -> line.largest().isEmpty())) {
      found.add(
          new Gap(PlanPaths.model(spec.name(), "penalty", "lambda"), "`lambdaMax` of the grid"));
    }
    var curves = evidence.of(TraceEvents.CV, spec.name());
    if (lines.stream().anyMatch(line -> curves.stream().noneMatch(c -> isOf(c, line, evidence)))) {
      found.add(
          new Gap(
              PlanPaths.model(spec.name(), "validate", "select"),
              "the event `cv` of every l1_ratio"));
    }
    return found;
  }

  private static boolean isOf(TraceEvent curve, GridLine line, Evidence evidence) {
    return curve.number("l1Ratio").filter(r -> evidence.near().same(r, line.l1Ratio())).isPresent()
        && evidence.near().same(curve.number("gamma").orElse(1.0), line.gamma())
        && evidence
            .near()
            .same(
                LambdaShape.descending(curve.numbers("lambda").orElse(List.of())),
                LambdaShape.descending(line.lambdas()));
  }

  static Deviation deviation(
      ModelSpec spec, String key, String message, TraceEvent event, Evidence evidence) {
    boolean same = new PlannedChoice(spec, evidence).isUnchanged();
    var floor = same ? DeviationSeverity.S2 : DeviationSeverity.S3;
    var found =
        Deviation.of(
                Rule.CHANGED_PENALTY_GRID,
                PlanPaths.model(spec.name(), "penalty") + "." + key,
                floor,
                message)
            .at(event)
            .inModel(spec.name())
            .help("execute the plan as locked");
    return found.note(
        same
            ? "the registered grid lies within the one that was tried and gives the same choice"
            : "the selected penalty, and with it every coefficient, may be another");
  }
}
