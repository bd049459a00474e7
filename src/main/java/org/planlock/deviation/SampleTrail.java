package org.planlock.deviation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.Plan;
import org.planlock.plan.prepare.ImputeBy;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.sample.SampleRule;
import org.planlock.plan.sample.SampleRules;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** Who was enrolled, who left by which rule, and who was analysed, as the trace says. */
final class SampleTrail {
  private final Trace trace;
  private final PlanPaths paths;
  private final Map<String, String> reasons = new HashMap<>();
  private final Set<String> rulesWithAnyReason = new HashSet<>();

  SampleTrail(BoundPlan bound, Trace trace, PlanPaths paths) {
    this.trace = trace;
    this.paths = paths;
    register(bound.plan());
  }

  Optional<List<String>> enrolled() {
    return trace.first(TraceEvents.ENROLLED).flatMap(event -> event.texts("ids"));
  }

  Optional<TraceEvent> sampleEvent() {
    return trace.first(TraceEvents.SAMPLE);
  }

  Optional<List<String>> analysed() {
    return sampleEvent().flatMap(event -> event.texts("ids"));
  }

  /** Those who are recorded to leave, without a rule of the plan or with another reason. */
  List<TraceEvent> unregistered() {
    return exclusions().stream().filter(event -> !isRegistered(event)).toList();
  }

  /** Those who were enrolled, are not analysed, and of whom no event says why. */
  List<String> vanished() {
    if (enrolled().isEmpty() || analysed().isEmpty()) {
      return List.of();
    }
    var explained = new HashSet<>(analysed().get());
    exclusions().forEach(event -> event.text("id").ifPresent(explained::add));
    return enrolled().get().stream().filter(id -> !explained.contains(id)).toList();
  }

  /** How many more would be analysed, had only the registered rules been followed. */
  int leftOutBeyondRules() {
    return unregistered().size() + vanished().size();
  }

  /** The enrolled in their order, without those who left. */
  Optional<List<String>> remaining() {
    var gone = new HashSet<>(vanished());
    exclusions().forEach(event -> event.text("id").ifPresent(gone::add));
    return enrolled().map(ids -> ids.stream().filter(id -> !gone.contains(id)).toList());
  }

  /** Why the analysis went ahead before its target, if it says so. */
  Optional<String> early() {
    return sampleEvent()
        .flatMap(event -> event.text("early"))
        .or(() -> trace.first(TraceEvents.START).flatMap(event -> event.text("early")));
  }

  private List<TraceEvent> exclusions() {
    return trace.ofType(TraceEvents.EXCLUSION);
  }

  private boolean isRegistered(TraceEvent event) {
    var rule = event.text("rule").orElse("");
    if (!event.text("origin").orElse("plan").equals("plan")) {
      return false;
    }
    if (rulesWithAnyReason.contains(rule)) {
      return true;
    }
    var reason = reasons.get(rule);
    return reason != null && event.text("because").orElse(reason).equals(reason);
  }

  private void register(Plan plan) {
    var rules = plan.sample().stated();
    rules.flatMap(r -> r.rules().stated()).orElse(List.of()).forEach(this::register);
    rules.flatMap(r -> rows(r)).ifPresent(path -> rulesWithAnyReason.add(path));
    for (var preparation : plan.prepare().orElse(List.of())) {
      preparation.steps().stream()
          .filter(SampleTrail::isCompleteCase)
          .forEach(step -> register(preparation, step));
    }
  }

  private static Optional<String> rows(SampleRules rules) {
    return rules
        .rows()
        .stated()
        .filter(rule -> !rule.completeOn().isEmpty())
        .map(rule -> "sample.rows");
  }

  private void register(SampleRule rule) {
    if (rule instanceof SampleRule.Include include) {
      register(rule, include.include().text());
    } else if (rule instanceof SampleRule.Exclude exclude) {
      register(rule, exclude.exclude().text());
    }
  }

  private void register(SampleRule rule, String condition) {
    var because = rule.because().orElse(condition);
    reasons.put(because, because);
    reasons.put(condition, because);
    reasons.put("sample.rules[" + because + "]", because);
    reasons.put(PlanPaths.join("sample.rules", because), because);
  }

  private void register(Preparation preparation, Step step) {
    rulesWithAnyReason.add("prepare." + preparation.name() + "." + step.step());
    rulesWithAnyReason.add(paths.step(preparation.name(), step.step()));
  }

  private static boolean isCompleteCase(Step step) {
    return step instanceof Step.Impute impute
        && impute
            .by()
            .stated()
            .filter(by -> by.method() == ImputeBy.Method.COMPLETE_CASE)
            .isPresent();
  }
}
