package org.planlock.deviation;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * Finds hypotheses that were judged by other conditions, and hypotheses that the plan does not
 * have.
 */
final class ChangedHypothesis implements SettingKind {
  private static final List<FieldCheck> FIELDS =
      List.of(FieldCheck.J1, FieldCheck.J3, FieldCheck.J5, FieldCheck.G7);

  @Override
  public Rule rule() {
    return Rule.CHANGED_HYPOTHESIS;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return used.isWithin("hypotheses") ? DeviationSeverity.S4 : DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "a claim stands or falls by the conditions that were registered for it";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return !SeedNotFromLock.isSeed(used.path())
        && FIELDS.stream().anyMatch(FieldCheck.at(used.path())::contains);
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return Stream.concat(SettingKind.super.detect(evidence), unknown(evidence));
  }

  private static Stream<Finding> unknown(Evidence evidence) {
    var ids = evidence.plan().hypotheses().orElse(List.of()).stream().map(h -> h.id()).toList();
    return evidence.trace().ofType(TraceEvents.HYPOTHESIS).stream()
        .filter(event -> event.text("id").filter(ids::contains).isEmpty())
        .map(ChangedHypothesis::unregistered);
  }

  private static Finding unregistered(TraceEvent event) {
    var id = event.text("id").orElse("");
    return Deviation.of(
            Rule.CHANGED_HYPOTHESIS,
            PlanPaths.join("hypotheses", id),
            DeviationSeverity.S4,
            "the plan has no hypothesis `" + id + "`, and it was judged")
        .values(TraceValue.missing(), TraceValue.of(id))
        .at(event)
        .note("a hypothesis made after the result agrees with it")
        .help("report it as exploratory");
  }
}
