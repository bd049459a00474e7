package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Correlation;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds exploratory correlations that were left out, added or computed in another way. */
final class ChangedCorrelation implements DeviationDetector {
  private static final String PATH = "exploratory";

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var planned = evidence.plan().exploratory().orElse(List.of());
    var recorded = evidence.trace().ofType(TraceEvents.CORRELATION);
    var wrong =
        planned.stream()
            .flatMap(each -> judge(each, recorded, evidence.trace().isComplete()).stream());
    var added =
        recorded.stream()
            .filter(event -> planned.stream().noneMatch(each -> isOf(each, event)))
            .map(ChangedCorrelation::added);
    return Stream.concat(wrong, added);
  }

  private static boolean isOf(Correlation planned, TraceEvent event) {
    return event.text("outcome").filter(planned.correlate()::equals).isPresent()
        && event.text("with").filter(planned.with()::equals).isPresent();
  }

  private static Optional<Finding> judge(
      Correlation planned, List<TraceEvent> recorded, boolean complete) {
    var own = recorded.stream().filter(event -> isOf(planned, event)).toList();
    var method = Phrasing.of(planned.by());
    if (own.isEmpty()) {
      return complete
          ? Optional.of(
              deviation("was registered and not computed", planned.correlate(), planned.with())
                  .values(TraceValue.of(method), TraceValue.missing()))
          : Optional.empty();
    }
    return own.stream()
        .filter(event -> event.text("method").filter(used -> !used.equals(method)).isPresent())
        .findFirst()
        .map(
            event ->
                deviation("was computed in another way", planned.correlate(), planned.with())
                    .values(method, event.text("method").orElse(""))
                    .at(event));
  }

  private static Finding added(TraceEvent event) {
    var found =
        deviation("is in no plan", event.text("outcome").orElse(""), event.text("with").orElse(""));
    return found
        .values(TraceValue.missing(), event.value("method").orElseGet(TraceValue::missing))
        .at(event);
  }

  private static Deviation deviation(String what, String outcome, String with) {
    return Deviation.of(
            Rule.CHANGED_CORRELATION,
            PATH,
            DeviationSeverity.S2,
            "the correlation of `" + outcome + "` with `" + with + "` " + what)
        .concerning(outcome + " with " + with)
        .note("of many correlations some are large by chance; only all of them can be weighed")
        .help("execute the plan as locked");
  }
}
