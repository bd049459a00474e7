package org.planlock.report.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planlock.report.Figures;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvents;

/** Who was enrolled, who was left out for which reason, and who was analysed. */
record SampleSentences(Trace trace) {
  private static final String PARTICIPANT = "participant";

  List<String> all() {
    var enrolled = trace.first(TraceEvents.ENROLLED).flatMap(event -> event.texts("ids"));
    var analysed = trace.first(TraceEvents.SAMPLE).flatMap(event -> event.texts("ids"));
    var sentences = new ArrayList<String>();
    sentences.add(
        enrolled
            .map(
                ids ->
                    Figures.count(ids.size(), PARTICIPANT)
                        + (ids.size() == 1 ? " was" : " were")
                        + " enrolled"
                        + target()
                        + ".")
            .orElse("The record does not tell who was enrolled."));
    sentences.add(exclusions());
    if (enrolled.isPresent() && analysed.isPresent()) {
      unexplained(enrolled.get(), analysed.get(), sentences);
    }
    sentences.add(
        analysed
            .map(
                ids ->
                    Figures.count(ids.size(), PARTICIPANT)
                        + (ids.size() == 1 ? " was" : " were")
                        + " analysed.")
            .orElse("The record does not tell who was analysed."));
    return sentences;
  }

  private String target() {
    return trace
        .first(TraceEvents.SAMPLE)
        .flatMap(event -> event.number("target"))
        .map(target -> " (registered target " + Figures.exact(target) + ")")
        .orElse("");
  }

  private String exclusions() {
    var byReason = new TreeMap<String, Long>();
    for (var event : trace.ofType(TraceEvents.EXCLUSION)) {
      var reason =
          event
              .text("because")
              .or(() -> event.text("rule"))
              .map(t -> "\"" + t + "\"")
              .orElse("no reason recorded");
      var origin = event.text("origin").filter("override"::equals).isPresent();
      byReason.merge(reason + (origin ? ", by no registered rule" : ""), 1L, Long::sum);
    }
    if (byReason.isEmpty()) {
      return "Nobody is recorded as excluded.";
    }
    long count = byReason.values().stream().mapToLong(Long::longValue).sum();
    return Figures.count(count, PARTICIPANT)
        + (count == 1 ? " was" : " were")
        + " excluded: "
        + byReason.entrySet().stream()
            .map(entry -> entry.getValue() + " for " + entry.getKey())
            .collect(Collectors.joining("; "))
        + ".";
  }

  private void unexplained(List<String> enrolled, List<String> analysed, List<String> sentences) {
    var known = new HashSet<>(analysed);
    trace.ofType(TraceEvents.EXCLUSION).forEach(event -> event.text("id").ifPresent(known::add));
    long vanished = enrolled.stream().filter(id -> !known.contains(id)).count();
    if (vanished > 0) {
      sentences.add(Figures.count(vanished, PARTICIPANT) + " left without a recorded reason.");
    }
  }
}
