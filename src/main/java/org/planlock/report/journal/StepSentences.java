package org.planlock.report.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlock.deviation.ValueText;
import org.planlock.report.Figures;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceFields;

/** How columns were prepared, in order, and from whom each step learnt. */
record StepSentences(Trace trace) {
  private static final Map<String, String> VERBS =
      Map.of(
          "residualise", "residualised",
          "derive", "derived",
          "impute", "imputed",
          "code", "coded",
          "scale", "scaled",
          "interact", "multiplied into interactions",
          "drop", "dropped",
          "transform", "transformed");

  /** How folds of the outer loop are called in a record. */
  private static final String OUTER = "outer ";

  private static final List<String> DETAILS = List.of("by", "to", "as", "rows");

  List<String> all() {
    Map<String, List<TraceEvent>> steps = new LinkedHashMap<>();
    for (var event : trace.ofType(TraceEvents.STEP)) {
      var key = text(event, "prepare") + "\n" + text(event, "step") + "\n" + text(event, "verb");
      steps.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
    }
    if (steps.isEmpty()) {
      return List.of("No preparation of columns is recorded.");
    }
    var sentences = steps.values().stream().map(this::step).toList();
    return List.of(
        "Columns were prepared in "
            + Figures.count(steps.size(), "step")
            + ", in this order: "
            + String.join("; ", sentences)
            + ".");
  }

  private String step(List<TraceEvent> events) {
    var first = events.get(0);
    var verb = text(first, "verb");
    Set<String> columns = new LinkedHashSet<>();
    events.forEach(event -> columns.addAll(event.texts("columns").orElse(List.of())));
    var details =
        DETAILS.stream()
            .filter(name -> first.value(name).isPresent())
            .map(name -> (name.equals("rows") ? "" : name + " ") + text(first, name))
            .toList();
    return "("
        + text(first, "step")
        + ") "
        + Figures.count(columns.size(), "column")
        + " "
        + VERBS.getOrDefault(verb, "taken through `" + verb + "`")
        + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")")
        + ", "
        + learnt(events);
  }

  private String learnt(List<TraceEvent> events) {
    if (events.stream().allMatch(event -> rows(event).isEmpty())) {
      return text(events.get(0), "using").equals("row")
          ? "row by row"
          : "without a record of whom it learnt from";
    }
    var inFolds = events.stream().filter(event -> !text(event, "fold").isEmpty()).toList();
    var whole = events.stream().filter(event -> text(event, "fold").isEmpty()).toList();
    var parts = new ArrayList<String>();
    if (!inFolds.isEmpty()) {
      parts.add(folds(inFolds));
    }
    if (!whole.isEmpty()) {
      parts.add("from " + sizes(whole) + " for the final fit");
    }
    return "learnt " + String.join(" and ", parts);
  }

  private String folds(List<TraceEvent> events) {
    long leaking = events.stream().filter(this::holdsHeldOut).count();
    return leaking == 0
        ? "from " + sizes(events) + " in each training fold"
        : "from "
            + sizes(events)
            + ", held-out ones among them in "
            + leaking
            + " of "
            + events.size()
            + " folds";
  }

  private boolean holdsHeldOut(TraceEvent event) {
    var fold = text(event, "fold");
    boolean isOuter = fold.startsWith(OUTER);
    var loop = isOuter ? "outer" : "validate";
    var name = isOuter ? fold.substring(OUTER.length()) : fold;
    var learntFrom = rows(event);
    return trace.ofType(TraceEvents.FOLDS, "loop", loop).stream()
        .limit(1)
        .flatMap(folds -> heldOut(folds, name).stream())
        .anyMatch(learntFrom::contains);
  }

  private static List<String> heldOut(TraceEvent folds, String name) {
    var ids = folds.texts("ids").orElse(List.of());
    var numbers = folds.items("fold").orElse(List.of());
    var held = new ArrayList<String>();
    for (int i = 0; i < Math.min(ids.size(), numbers.size()); i++) {
      if (ValueText.of(numbers.get(i)).equals(name)) {
        held.add(ids.get(i));
      }
    }
    return held;
  }

  private static String sizes(List<TraceEvent> events) {
    var sizes = events.stream().mapToInt(event -> rows(event).size()).summaryStatistics();
    return sizes.getMin() == sizes.getMax()
        ? Figures.count(sizes.getMin(), "participant")
        : sizes.getMin() + " to " + sizes.getMax() + " participants";
  }

  private static List<String> rows(TraceEvent event) {
    return event.texts("fitRows").orElse(List.of());
  }

  private static String text(TraceFields event, String name) {
    return event.value(name).map(ValueText::of).filter(t -> !t.equals("nothing")).orElse("");
  }
}
