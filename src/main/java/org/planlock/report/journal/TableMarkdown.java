package org.planlock.report.journal;

import java.util.List;
import java.util.stream.Collectors;
import org.planlock.report.EffectWords;

/** The table of deviations in Markdown. */
record TableMarkdown(JournalTable table) {
  String text() {
    var text = new StringBuilder("# Deviations from the locked plan\n\n");
    if (table.analysis().text("label").filter("exploratory"::equals).isPresent()) {
      text.append("EXPLORATORY: no result of this analysis may be called confirmatory.\n\n");
    }
    text.append(MarkdownText.of(VerdictWords.of(table))).append("\n");
    table
        .analysis()
        .text("lockedLate")
        .ifPresent(why -> text.append('\n').append(MarkdownText.of(late(why))).append('\n'));
    rows(text, JournalRow.HEADINGS, table.rows());
    if (!table.amendments().isEmpty()) {
      text.append("\n## Amendments before the analysis\n");
      rows(text, JournalRow.AMENDED, table.amendments());
      text.append("\n## Notes\n");
    }
    notes(text);
    return text.toString();
  }

  private static void rows(StringBuilder text, List<String> headings, List<JournalRow> rows) {
    if (!rows.isEmpty()) {
      text.append('\n').append(line(headings));
      text.append(line(headings.stream().map(heading -> "---").toList()));
      rows.forEach(row -> text.append(line(row.cells())));
    }
  }

  static String late(String why) {
    return "The outcome could be known before the plan was locked: " + why + ".";
  }

  private void notes(StringBuilder text) {
    table
        .analysis()
        .effect()
        .map(EffectWords::summary)
        .ifPresent(words -> text.append('\n').append(MarkdownText.of(words)).append('\n'));
    listed(text, "The record does not tell whether these were kept:", table.gaps());
    listed(text, "Declared, and not to be seen in the record:", table.notFound());
    text.append("\nSeverity: ").append(VerdictWords.GRADES).append("\n");
    table
        .analysis()
        .text("lock")
        .ifPresent(lock -> text.append("\nLock: ").append(MarkdownText.of(lock)).append("\n"));
  }

  private static void listed(StringBuilder text, String title, List<String> items) {
    if (!items.isEmpty()) {
      text.append('\n').append(title).append("\n\n");
      items.forEach(item -> text.append("- ").append(MarkdownText.of(item)).append('\n'));
    }
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.equals("---") ? cell : MarkdownText.of(cell))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
