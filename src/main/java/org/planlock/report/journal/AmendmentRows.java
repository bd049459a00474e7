package org.planlock.report.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.report.Figures;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/** What was amended before the analysis, as rows of a journal's table. */
final class AmendmentRows {
  private AmendmentRows() {}

  static List<JournalRow> of(JudgedAnalysis analysis, int first) {
    var rows = new ArrayList<JournalRow>();
    for (var change : changes(analysis)) {
      rows.add(row(first + rows.size(), change));
    }
    return rows;
  }

  /** What was amended, each change once: what models share was written once, and stands in each. */
  static List<List<TraceValue.Fields>> changes(JudgedAnalysis analysis) {
    Map<String, List<TraceValue.Fields>> changes = new LinkedHashMap<>();
    for (var one : analysis.each("amendments")) {
      var path = one.text("path").orElse("");
      var inModel = PathWords.inModel(path);
      var key =
          String.join(
              "\n",
              entry(one),
              inModel.isEmpty() ? path : "\n" + String.join("\n", inModel),
              one.text("planned").orElse("\n"),
              one.text("amended").orElse("\n"));
      changes.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    return List.copyOf(changes.values());
  }

  private static JournalRow row(int number, List<TraceValue.Fields> change) {
    var one = change.get(0);
    var paths = change.stream().map(each -> each.text("path").orElse("")).toList();
    boolean isLate = one.text("timingEvidence").isPresent();
    return new JournalRow(
        number,
        Optional.empty(),
        isLate ? "X528" : "",
        String.join(", ", paths),
        PathWords.ofModels(paths),
        value(one, "planned", paths.get(0)),
        value(one, "amended", paths.get(0)),
        entry(one) + ": " + JournalTable.when(one, one.text("claimed").orElse("unknown")),
        one.text("because").orElse(""),
        "none: the plan that was executed is the amended one",
        disclosed(one),
        isLate ? "S3" : "none",
        change.stream()
            .flatMap(each -> each.texts("costs").orElse(List.of()).stream())
            .distinct()
            .toList());
  }

  private static String value(TraceFields one, String name, String path) {
    return one.text(name)
        .map(JournalTable::shortened)
        .orElse(path.isEmpty() ? "not known: no copy of a lock is left" : "nothing");
  }

  /** Which entry of the ledger it is, and the day by the clock of whoever wrote it. */
  static String entry(TraceFields one) {
    return "entry "
        + one.number("entry").map(Figures::exact).orElse("?")
        + " of the study's ledger, "
        + one.text("time").map(time -> time.replaceAll("T.*", "")).orElse("without a time")
        + " by its clock";
  }

  private static String disclosed(TraceFields one) {
    var timing = one.text("timing").orElse("unknown");
    if (one.text("timingEvidence").isEmpty()) {
      return "in the study's ledger, before the data were unblinded and before results";
    }
    return timing.equals("after_results")
        ? "in the study's ledger, after results could be known"
        : "in the study's ledger, before results and after unblinding";
  }
}
