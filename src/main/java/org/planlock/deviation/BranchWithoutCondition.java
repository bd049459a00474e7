package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Contingency;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds registered branches that were taken without their condition, or not taken with it. */
final class BranchWithoutCondition implements SettingKind {
  private static final String PATH = "contingency";
  private static final String NOTE =
      "a branch that is chosen after the fact is no branch, it is a choice";
  private static final String TAKEN = "was taken without its condition";
  private static final String NOT_TAKEN = "was not taken though its condition held";

  @Override
  public Rule rule() {
    return Rule.BRANCH_WITHOUT_CONDITION;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return NOTE;
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return FieldCheck.at(used.path()).contains(FieldCheck.J9);
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var planned =
        evidence.plan().contingency().orElse(List.of()).stream()
            .map(Contingency::when)
            .map(condition -> condition.text())
            .toList();
    var events = evidence.trace().ofType(TraceEvents.BRANCH);
    var wrong = events.stream().flatMap(event -> judge(event, planned).stream());
    var untold =
        planned.stream()
            .filter(when -> events.stream().noneMatch(event -> isOf(when, event)))
            .map(when -> new Gap(PATH, "the event `branch` of `" + when + "`"));
    return Stream.of(wrong, untold, SettingKind.super.detect(evidence)).flatMap(found -> found);
  }

  private static boolean isOf(String when, TraceEvent event) {
    return bare(event.text("when").orElse("")).equals(bare(when));
  }

  private static Optional<Finding> judge(TraceEvent event, List<String> planned) {
    boolean known = planned.stream().anyMatch(when -> isOf(when, event));
    var taken = event.truth("taken");
    var held = known ? event.truth("held") : Optional.of(false);
    if (held.isEmpty() || taken.isEmpty()) {
      return Optional.of(new Gap(PATH, "`held` and `taken` of every `branch`"));
    }
    if (held.equals(taken)) {
      return Optional.empty();
    }
    return Optional.of(
        known
            ? deviation(event, held.get() ? NOT_TAKEN : TAKEN, TraceValue.of(held.get()))
            : deviation(event, "is in no plan and was taken", TraceValue.missing()));
  }

  private static Finding deviation(TraceEvent event, String what, TraceValue planned) {
    return Deviation.of(
            Rule.BRANCH_WITHOUT_CONDITION,
            PATH,
            DeviationSeverity.S3,
            "the branch `when " + event.text("when").orElse("") + "` " + what)
        .values(planned, event.value("taken").orElseThrow())
        .at(event)
        .note(NOTE)
        .help("execute the plan as locked");
  }

  private static String bare(String condition) {
    return condition.replaceAll("\\s+", "");
  }
}
