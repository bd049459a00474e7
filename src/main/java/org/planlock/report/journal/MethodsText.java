package org.planlock.report.journal;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.ValueText;
import org.planlock.lock.PlanLock;
import org.planlock.report.Figures;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * A paragraph on methods that says what was done, from the record of the analysis alone; of the
 * lock it says which one it is, and what time it claims.
 */
record MethodsText(Evidence evidence, JournalTable table) {
  String text() {
    var sentences = new ArrayList<String>();
    var label = table.analysis().text("label").orElse("");
    if (label.equals("exploratory")) {
      sentences.add("This analysis is exploratory: no result of it may be called confirmatory.");
    }
    sentences.add(lock());
    sentences.addAll(new AmendmentSentences(table.analysis()).all());
    sentences.addAll(new SampleSentences(evidence.trace()).all());
    sentences.addAll(new StepSentences(evidence.trace()).all());
    sentences.addAll(new ModelSentences(evidence.trace()).all());
    sentences.addAll(claims());
    sentences.add(software());
    sentences.add(deviations());
    return "# Methods\n\n" + MarkdownText.of(String.join(" ", sentences)) + "\n";
  }

  private String lock() {
    var title =
        evidence.plan().registration().title().stated().map(t -> " \"" + t + "\"").orElse("");
    var named = start().flatMap(event -> event.text("lock"));
    if (evidence.lock().isEmpty()) {
      return "The analysis plan" + title + " was not locked beforehand.";
    }
    var lock = evidence.lock().get();
    var digest = lock.sha256().toString();
    var other =
        named.filter(digest::equals).isPresent()
            ? ""
            : " The record of the analysis names "
                + named.map(text -> "another lock, " + text + ".").orElse("no lock.");
    return "The analysis plan"
        + title
        + " was locked ("
        + digest
        + ") on "
        + day(lock)
        + " by the clock of the machine that locked it."
        + other;
  }

  private static String day(PlanLock lock) {
    return lock.statement()
        .provenance()
        .claimedTime()
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  private List<String> claims() {
    var judged =
        evidence.trace().ofType(TraceEvents.HYPOTHESIS).stream()
            .flatMap(event -> event.text("id").stream())
            .distinct()
            .toList();
    return judged.isEmpty()
        ? List.of()
        : List.of(
            Figures.count(judged.size(), "hypothesis").replace("hypothesiss", "hypotheses")
                + (judged.size() == 1 ? " was" : " were")
                + " judged ("
                + Figures.list(judged)
                + ").");
  }

  private String software() {
    var tool = start().flatMap(event -> event.object("tool"));
    var name = tool.flatMap(fields -> fields.text("name"));
    if (name.isEmpty()) {
      return "The record does not tell by which software the analysis was made.";
    }
    return "The analysis was made with "
        + name.get()
        + tool.flatMap(fields -> fields.text("version")).map(v -> " " + v).orElse("")
        + versions()
        + start()
            .flatMap(event -> event.text("recorder"))
            .map(recorder -> ", and recorded by " + recorder)
            .orElse("")
        + ".";
  }

  /** Of the language and its libraries. */
  private String versions() {
    var all =
        start()
            .flatMap(event -> event.object("versions"))
            .map(TraceValue.Fields::members)
            .orElse(Map.of());
    return all.isEmpty()
        ? ""
        : " ("
            + all.entrySet().stream()
                .map(entry -> entry.getKey() + " " + ValueText.of(entry.getValue()))
                .collect(Collectors.joining(", "))
            + ")";
  }

  private String deviations() {
    var words = VerdictWords.of(table);
    var rows =
        table.rows().stream()
            .map(row -> row.place() + " (" + row.severity() + ")")
            .distinct()
            .toList();
    return rows.isEmpty() ? words : words + " They concern " + Figures.list(rows) + ".";
  }

  private Optional<TraceEvent> start() {
    return evidence.trace().first(TraceEvents.START);
  }
}
