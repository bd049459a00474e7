package org.planlock.report;

import java.util.List;

/** Lays lines out in columns; widths count characters as people see most of them. */
final class Columns {
  private static final String GAP = "   ";

  private Columns() {}

  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
  }

  static String padded(int width, String text) {
    return " ".repeat(Math.max(0, width - text.codePointCount(0, text.length()))) + text;
  }

  /** Lines with all columns but the last as wide as their widest cell. */
  static String table(List<List<String>> lines) {
    var text = new StringBuilder();
    for (var line : lines) {
      var row = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        row.append(i == 0 ? "" : GAP).append(padded(line.get(i), width(lines, i)));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream()
        .filter(line -> column < line.size())
        .map(line -> line.get(column))
        .mapToInt(cell -> cell.codePointCount(0, cell.length()))
        .max()
        .orElse(0);
  }
}
