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
    return "a branch that is chosen after the fact is no branch, it is a choice";
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
    var held = event.truth("held");
    var taken = event.truth("taken");
    if (planned.stream().noneMatch(when -> isOf(when, event))) {
      return taken.filter(yes -> yes).map(yes -> deviation(event, "is in no plan and was taken"));
    }
    if (held.isEmpty() || taken.isEmpty()) {
      return Optional.of(new Gap(PATH, "`held` and `taken` of every `branch`"));
    }
    return held.equals(taken)
        ? Optional.empty()
        : Optional.of(
            deviation(
                event,
                held.get() ? "was not taken though its condition held" : "was taken without it"));
  }

  private static Finding deviation(TraceEvent event, String what) {
    return Deviation.of(
            Rule.BRANCH_WITHOUT_CONDITION,
            PATH,
            DeviationSeverity.S3,
            "the branch `when " + event.text("when").orElse("") + "` " + what)
        .values(
            event.value("held").orElseGet(TraceValue::missing),
            event.value("taken").orElseGet(TraceValue::missing))
        .at(event)
        .note("a branch that is chosen after the fact is no branch, it is a choice")
        .help("execute the plan as locked");
  }

  private static String bare(String condition) {
    return condition.replaceAll("\\s+", "");
  }
}
