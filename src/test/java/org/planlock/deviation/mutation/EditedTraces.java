package org.planlock.deviation.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceValue;

/**
 * Edits the trace of an analysis that keeps to its plan: one value of one event, or one event that
 * is missing or too many.
 *
 * @param every whether all events are edited, or the first of each kind
 */
record EditedTraces(MutatedStudy study, boolean every) {
  private static final Set<String> MISSED =
      Set.of(TraceEvents.EXCLUSION, TraceEvents.HYPOTHESIS, TraceEvents.CORRELATION);

  Stream<Mutant> mutants() {
    return Stream.of(values(), dealtOtherwise(), missing(), added()).flatMap(found -> found);
  }

  private Stream<Mutant> values() {
    var places = new EventPlaces(study.plan());
    var found = new ArrayList<Mutant>();
    Set<String> seen = new HashSet<>();
    for (var event : study.trace().events()) {
      for (var field : event.members().entrySet()) {
        var place = places.of(event, field.getKey());
        var other = place.flatMap(path -> other(field.getKey(), field.getValue()));
        if (other.isPresent()
            && (every || seen.add(event.type() + field.getKey() + Part.of(place.orElseThrow())))) {
          found.add(
              mutant(
                  place.get(),
                  event.type() + "." + field.getKey() + " is another",
                  replaced(event, List.of(event.with(field.getKey(), other.get())))));
        }
      }
    }
    return found.stream();
  }

  /** Another value of the same type, where that is another analysis. */
  private static Optional<TraceValue> other(String field, TraceValue value) {
    if (value instanceof TraceValue.Text text) {
      return Optional.of(TraceValue.of(text.text() + "x"));
    }
    if (value instanceof TraceValue.Number number) {
      return Optional.of(TraceValue.of(number.value() * 2 + 1));
    }
    if (value instanceof TraceValue.Truth truth) {
      return Optional.of(TraceValue.of(!truth.value()));
    }
    if (value instanceof TraceValue.Items items && !items.items().isEmpty()) {
      return Optional.of(TraceValue.items(shortened(field, items.items())));
    }
    return Optional.empty();
  }

  private static List<TraceValue> shortened(String field, List<TraceValue> items) {
    if (field.equals("lambdas")) {
      return items.stream()
          .map(line -> TraceValue.items(shortened("", ((TraceValue.Items) line).items())))
          .toList();
    }
    if (field.equals("l1Ratios") && items.get(0) instanceof TraceValue.Number first) {
      var others = new ArrayList<>(items);
      others.set(0, TraceValue.of(first.value() * 0.9));
      return others;
    }
    return items.subList(0, items.size() - 1);
  }

  /** Random folds in which two participants have changed places: as many of each size as before. */
  private Stream<Mutant> dealtOtherwise() {
    Set<String> seen = new HashSet<>();
    return study.trace().ofType(TraceEvents.FOLDS).stream()
        .filter(event -> event.text("scheme").filter(s -> s.startsWith("k_fold")).isPresent())
        .filter(event -> every || seen.add(event.text("loop").orElse("")))
        .map(
            event ->
                mutant(
                    EventPlaces.join("models", event.text("model").orElse("")) + ".validate.seed",
                    "two participants of `folds` change places",
                    replaced(event, List.of(event.with("fold", swapped(event))))));
  }

  private static TraceValue swapped(TraceEvent event) {
    var folds = new ArrayList<>(event.items("fold").orElseThrow());
    int other = 1;
    while (folds.get(other).equals(folds.get(0))) {
      other++;
    }
    Collections.swap(folds, 0, other);
    return TraceValue.items(folds);
  }

  private Stream<Mutant> missing() {
    Set<String> seen = new HashSet<>();
    return study.trace().events().stream()
        .filter(event -> MISSED.contains(event.type()))
        .filter(event -> every || seen.add(event.type()))
        .map(
            event ->
                mutant(
                    event.type().equals(TraceEvents.HYPOTHESIS)
                        ? EventPlaces.join("hypotheses", event.text("id").orElse(""))
                        : event.type().equals(TraceEvents.EXCLUSION)
                            ? "sample.rules"
                            : "exploratory",
                    "the event `" + event.type() + "` is missing",
                    replaced(event, List.of())));
  }

  private Stream<Mutant> added() {
    var end = study.trace().first(TraceEvents.END).orElseThrow();
    var somebody = study.analysed().iterator().next();
    var more = new LinkedHashMap<String, TraceEvent>();
    more.put(
        "models.another",
        TraceEvent.of(TraceEvents.UNPLANNED).with("model", "another").with("because", "it fits"));
    more.put(
        "hypotheses.H9",
        TraceEvent.of(TraceEvents.HYPOTHESIS).with("id", "H9").with("verdict", "corroborated"));
    more.put(
        "exploratory",
        TraceEvent.of(TraceEvents.CORRELATION)
            .with("outcome", "age")
            .with("with", somebody)
            .with("method", "kendall"));
    more.put(
        "data.columns.age",
        TraceEvent.of(TraceEvents.CONTRACT)
            .with("table", "people")
            .with("column", "age")
            .with("problem", "a value lies outside its range"));
    more.put(
        "contingency",
        TraceEvent.of(TraceEvents.BRANCH).with("when", "it is late").with("taken", true));
    for (var model : study.plan().plan().models().orElse(List.of()).subList(0, 1)) {
      var path = EventPlaces.join("models", model.name());
      more.put(path, TraceEvent.of(TraceEvents.SKIPPED).with("path", path));
    }
    for (var path : List.of("compare", "sensitivity", "inference.report", "follow_up")) {
      if (org.planlock.syntax.TreePaths.get(study.plan().canonical(), path).isSound()) {
        more.put(path, TraceEvent.of(TraceEvents.SKIPPED).with("path", path));
      }
    }
    return more.entrySet().stream()
        .map(
            one ->
                mutant(
                    one.getKey(),
                    "an event `" + one.getValue().type() + "` more",
                    replaced(end, List.of(one.getValue(), end))));
  }

  @SuppressWarnings("ReferenceEquality") // this event, and none that says the same
  private Trace replaced(TraceEvent which, List<TraceEvent> others) {
    var memory = new TraceMemory();
    for (var event : study.trace().events()) {
      (event == which ? others : List.of(event)).forEach(memory::record);
    }
    return memory.trace(study.trace().name());
  }

  private Mutant mutant(String path, String what, Trace trace) {
    return Mutant.of(study.name(), Source.TRACE, path, what, study.evidence(trace));
  }
}
