package org.planlock.deviation;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Finds traces that name another plan, or another lock, than the one they are compared with. */
final class OtherPlan implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var start = evidence.trace().first(TraceEvents.START);
    if (start.isEmpty()) {
      return Stream.of(new Gap("plan", "the event `start`"));
    }
    return evidence.lock().stream().flatMap(lock -> judge(start.get(), lock).stream());
  }

  private static Optional<Finding> judge(TraceEvent start, PlanLock lock) {
    if (start.text("plan").isEmpty() && start.text("lock").isEmpty()) {
      return Optional.of(new Gap("plan", "`plan` and `lock` in the event `start`"));
    }
    return names(start, "plan", lock.planDigest().toString())
        .or(() -> names(start, "lock", lock.sha256().toString()));
  }

  private static Optional<Finding> names(TraceEvent start, String field, String locked) {
    return start
        .text(field)
        .filter(used -> !used.equals(locked))
        .map(
            used ->
                Deviation.of(
                        Rule.OTHER_PLAN,
                        "plan",
                        DeviationSeverity.S4,
                        "the analysis names another " + field + " than the one it is compared with")
                    .values(locked, used)
                    .at(start)
                    .note("what was carried out may have been promised nowhere")
                    .help("compare the trace with the lock that it names"));
  }
}
