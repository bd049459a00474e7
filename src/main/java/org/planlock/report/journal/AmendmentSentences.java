package org.planlock.report.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planlock.report.Figures;
import org.planlock.trace.TraceValue;

/** What was known when the plan was locked, and what was amended before the analysis. */
record AmendmentSentences(JudgedAnalysis analysis) {
  List<String> all() {
    var sentences = new ArrayList<String>();
    analysis.text("lockedLate").map(TableMarkdown::late).ifPresent(sentences::add);
    Map<String, List<TraceValue.Fields>> byEntry = new LinkedHashMap<>();
    for (var change : AmendmentRows.changes(analysis)) {
      var one = change.get(0);
      byEntry.computeIfAbsent(AmendmentRows.entry(one), e -> new ArrayList<>()).add(one);
    }
    byEntry.forEach((entry, values) -> sentences.add(sentence(entry, values)));
    return sentences;
  }

  private static String sentence(String entry, List<TraceValue.Fields> values) {
    var first = values.get(0);
    boolean isKnown = first.text("path").filter(path -> !path.isEmpty()).isPresent();
    return "This lock follows an amendment ("
        + entry
        + "; "
        + JournalTable.when(first, first.text("claimed").orElse("unknown"))
        + ") that changed "
        + (isKnown ? Figures.count(values.size(), "value") : "what is not known any more")
        + " for the reason \""
        + first.text("because").orElse("")
        + "\".";
  }
}
