package org.planlock.report.journal;

import java.util.List;

/**
 * One deviation as a journal's table has it; every cell is plain text on one line.
 *
 * @param path the place in the plan
 * @param place the same in words
 * @param when it was decided, as far as that is known
 * @param why the reason that is declared
 * @param effect on the results
 * @param disclosed by whom and when it was told
 * @param costs the hypotheses that lose their confirmatory label by it
 */
record JournalRow(
    int number,
    String code,
    String path,
    String place,
    String planned,
    String done,
    String when,
    String why,
    String effect,
    String disclosed,
    String severity,
    List<String> costs) {
  static final List<String> HEADINGS =
      List.of(
          "no.",
          "what",
          "planned",
          "done",
          "when",
          "why",
          "effect on results",
          "disclosed",
          "severity",
          "label lost by");

  JournalRow {
    costs = List.copyOf(costs);
  }

  List<String> cells() {
    return List.of(
        String.valueOf(number),
        place,
        planned,
        done,
        when,
        why,
        effect,
        disclosed,
        severity,
        costs.isEmpty() ? "none" : String.join(", ", costs));
  }
}
