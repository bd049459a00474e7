package org.planlock.report.journal;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.planlock.deviation.DeviationSeverity;
import org.planlock.report.Figures;

/** What a comparison came to, in one sentence. */
final class VerdictWords {
  static final String GRADES =
      Arrays.stream(DeviationSeverity.values())
          .map(grade -> grade + " " + grade.meaning())
          .collect(Collectors.joining("; "))
          .concat(".");

  private VerdictWords() {}

  static String of(JournalTable table) {
    var verdict = table.analysis().text("verdict").orElse("");
    if (verdict.equals("TAMPERED")) {
      return "The lock was altered: what the analysis is compared with is not what was locked.";
    }
    if (verdict.equals("INCOMPLETE")) {
      return "The analysis did not come to its end. " + deviations(table);
    }
    return deviations(table) + (table.gaps().isEmpty() ? "" : " " + gaps(table));
  }

  /** How many deviations there are, and how many are declared. */
  static String deviations(JournalTable table) {
    int count = table.rows().size();
    if (count == 0) {
      return table.gaps().isEmpty()
          ? "No deviations from the locked plan were found."
          : "No deviations were found, as far as the record tells.";
    }
    return Figures.count(count, "deviation")
        + (count == 1 ? " was" : " were")
        + " found by comparing the locked plan with the record of the analysis: "
        + table.declared()
        + " declared, "
        + (count - table.declared())
        + " not declared.";
  }

  private static String gaps(JournalTable table) {
    return "The record does not tell whether "
        + Figures.count(table.gaps().size(), "part")
        + " of the plan "
        + (table.gaps().size() == 1 ? "was" : "were")
        + " kept.";
  }
}
