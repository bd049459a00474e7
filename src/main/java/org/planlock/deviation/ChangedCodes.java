package org.planlock.deviation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.value.Decimal;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/** Finds columns of two levels whose levels became other numbers than registered. */
final class ChangedCodes implements DeviationDetector {
  private static final String COLUMNS = "data.columns";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var columns =
        evidence.plan().data().stated().flatMap(data -> data.columns().stated()).orElse(List.of());
    return columns.stream().flatMap(column -> judge(column, evidence).stream());
  }

  private static Optional<Finding> judge(ColumnContract column, Evidence evidence) {
    var planned = planned(column);
    return planned.isEmpty()
        ? Optional.empty()
        : evidence.trace().ofType(TraceEvents.STEP).stream()
            .filter(event -> event.text("verb").filter("code"::equals).isPresent())
            .flatMap(event -> other(column, planned, event).stream())
            .findFirst();
  }

  private static Optional<Finding> other(
      ColumnContract column, Map<String, TraceValue> planned, TraceEvent event) {
    var learnt = event.object("learnt").flatMap(all -> all.object(column.name()));
    return learnt
        .map(TraceFields::members)
        .filter(used -> planned.entrySet().stream().anyMatch(code -> isOther(code, used)))
        .map(used -> deviation(column, planned, used, event));
  }

  private static boolean isOther(
      Map.Entry<String, TraceValue> planned, Map<String, TraceValue> used) {
    return Optional.ofNullable(used.get(planned.getKey()))
        .filter(code -> !code.equals(planned.getValue()))
        .isPresent();
  }

  private static Finding deviation(
      ColumnContract column,
      Map<String, TraceValue> planned,
      Map<String, TraceValue> used,
      TraceEvent event) {
    return Deviation.of(
            Rule.CHANGED_CODING,
            PlanPaths.join(PlanPaths.join(COLUMNS, column.name()), "code"),
            DeviationSeverity.S2,
            "`" + column.name() + "` was coded " + text(used) + ", registered was " + text(planned))
        .values(TraceValue.fields(planned), TraceValue.fields(used))
        .at(event)
        .note("a coefficient changes its size, and may change its sign, with the code")
        .help("take the registered level as the reference");
  }

  private static String text(Map<String, TraceValue> codes) {
    return codes.entrySet().stream()
        .map(entry -> entry.getKey() + " " + ValueText.of(entry.getValue()))
        .reduce((one, other) -> one + ", " + other)
        .orElse("nothing");
  }

  /** The number of each level; empty where the plan does not say it. */
  private static Map<String, TraceValue> planned(ColumnContract column) {
    var reference = column.reference().stated();
    List<Decimal> codes =
        column
            .code()
            .stated()
            .map(code -> code.dummy().isEmpty() ? code.effect() : code.dummy())
            .orElse(List.of());
    if (column.levels().size() != 2 || codes.size() != 2 || reference.isEmpty()) {
      return Map.of();
    }
    var planned = new LinkedHashMap<String, TraceValue>();
    for (var level : column.levels()) {
      var code = codes.get(level.equals(reference.get()) ? 0 : 1);
      planned.put(level, TraceValue.of(code.value().doubleValue()));
    }
    return planned;
  }
}
