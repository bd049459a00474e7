package org.planlock.report.journal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.deviation.DeviationKind;
import org.planlock.report.Visible;

/**
 * The table of deviations by RFC 4180, every field quoted; a cell that a spreadsheet would take for
 * a formula begins with an apostrophe.
 */
record TableCsv(JournalTable table) {
  private static final String FORMULA = "=+-@＝＋－＠";

  String text() {
    var text = new StringBuilder(line(with(JournalRow.HEADINGS, "code", "path", "kind", "type")));
    table.rows().forEach(row -> text.append(line(row, "deviation")));
    table.amendments().forEach(row -> text.append(line(row, "amendment")));
    return text.toString();
  }

  private static String line(JournalRow row, String type) {
    var kind = row.kind().map(DeviationKind::code).orElse("");
    return line(with(row.cells(), row.code(), row.path(), kind, type));
  }

  private static List<String> with(List<String> cells, String... more) {
    return Stream.concat(cells.stream(), Stream.of(more)).toList();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(TableCsv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(String cell) {
    var shown = Visible.text(cell.replaceAll("\\R", " "));
    var first = shown.stripLeading();
    boolean isFormula = !first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0;
    return '"' + (isFormula ? "'" : "") + shown.replace("\"", "\"\"") + '"';
  }
}
