package org.planlock.deviation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/** The recorded steps of one preparation, and the planned ones that they are compared with. */
record StepTrail(Preparation preparation, Map<String, List<TraceEvent>> byFold) {
  /** The steps of a preparation by fold; the fold of the final fit is an empty text. */
  static StepTrail of(Preparation preparation, Evidence evidence) {
    Map<String, List<TraceEvent>> byFold = new LinkedHashMap<>();
    for (var event : evidence.trace().ofType(TraceEvents.STEP, "prepare", preparation.name())) {
      byFold
          .computeIfAbsent(
              Evidence.word(event, "fold").orElse(""), fold -> new java.util.ArrayList<>())
          .add(event);
    }
    return new StepTrail(preparation, byFold);
  }

  /** Whether a model uses the preparation, and the trace tells of that model. */
  boolean isUsed(Evidence evidence) {
    return users(evidence).findAny().isPresent();
  }

  java.util.stream.Stream<String> users(Evidence evidence) {
    return evidence.models().stream()
        .filter(spec -> spec.prepare().filter(preparation.name()::equals).isPresent())
        .map(spec -> spec.name())
        .filter(evidence::mentions);
  }

  /** The planned steps that are carried out. */
  List<Step> planned() {
    return preparation.steps().stream().filter(step -> !(step instanceof Step.Skipped)).toList();
  }

  /**
   * Whether what wrote the trace can tell of such a step; it can of every one, unless it names
   * some.
   */
  boolean isSeen(Step step, Evidence evidence) {
    return evidence.trace().ofType(TraceEvents.START).stream()
        .flatMap(start -> start.texts("steps").stream())
        .allMatch(verbs -> verbs.contains(verb(step)));
  }

  /** The planned step that an event is about. */
  Optional<Step> planned(TraceEvent event) {
    return planned().stream().filter(step -> number(event).equals(step.step() + "")).findFirst();
  }

  static String number(TraceEvent event) {
    return Evidence.word(event, "step").orElse("");
  }

  /** The verb of a step, which is also the key under which the plan says what it works on. */
  static String verb(Step step) {
    return step.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }
}
