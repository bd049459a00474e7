package org.planlock.report.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planlock.report.Figures;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvents;

/** Which models were fitted, and how; models that were fitted in one way share a sentence. */
record ModelSentences(Trace trace) {
  List<String> all() {
    Set<String> names = new LinkedHashSet<>();
    for (var type : List.of(TraceEvents.DESIGN, TraceEvents.FIT)) {
      trace.ofType(type).forEach(event -> event.text("model").ifPresent(names::add));
    }
    if (names.isEmpty()) {
      return List.of("No fit of a model is recorded.");
    }
    var sentences = new ArrayList<String>();
    Map<String, List<String>> byWay = new LinkedHashMap<>();
    for (var name : names) {
      var words = new FitWords(trace, name);
      sentences.add(words.model());
      byWay.computeIfAbsent(words.way(), way -> new ArrayList<>()).add(name);
    }
    byWay.forEach(
        (way, models) ->
            sentences.add(
                (byWay.size() == 1
                        ? names.size() == 1 ? "It was fitted" : "All were fitted"
                        : Figures.list(models)
                            + (models.size() == 1 ? " was" : " were")
                            + " fitted")
                    + way
                    + "."));
    return sentences;
  }
}
