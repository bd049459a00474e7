package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns that fit a screen: where they would not, the widest are broken between words. */
final class FittedTable {
  private static final String GAP = "   ";

  /** Below this many columns of the screen no cell is broken any further. */
  private static final int NARROWEST = 12;

  private final int[] widths;

  private FittedTable(List<List<String>> lines) {
    this.widths =
        IntStream.range(0, lines.stream().mapToInt(List::size).max().orElse(0))
            .map(column -> widest(lines, column))
            .toArray();
  }

  /**
   * The lines of a table.
   *
   * @param lines rows of cells
   * @param width columns of the screen; {@link Style#UNBOUNDED} breaks nothing
   */
  static String of(List<List<String>> lines, int width) {
    var table = new FittedTable(lines);
    table.shrinkTo(width);
    var text = new StringBuilder();
    lines.forEach(line -> table.append(line, text));
    return text.toString();
  }

  private static int widest(List<List<String>> lines, int column) {
    return lines.stream()
        .filter(line -> column < line.size())
        .mapToInt(line -> CellWidth.of(line.get(column)))
        .max()
        .orElse(0);
  }

  private void shrinkTo(int width) {
    int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - width;
    for (int left = excess; left > 0; left--) {
      int widest = 0;
      for (int column = 1; column < widths.length; column++) {
        widest = widths[column] > widths[widest] ? column : widest;
      }
      if (widths[widest] <= NARROWEST) {
        return;
      }
      widths[widest]--;
    }
  }

  private void append(List<String> line, StringBuilder text) {
    var cells = new ArrayList<List<String>>();
    for (int column = 0; column < line.size(); column++) {
      cells.add(Wrapped.lines(line.get(column), widths[column], widths[column]));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      text.append(row(cells, i).stripTrailing()).append('\n');
    }
  }

  private String row(List<List<String>> cells, int at) {
    var row = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      var cell = at < cells.get(column).size() ? cells.get(column).get(at) : "";
      int rest = Math.max(0, widths[column] - CellWidth.of(cell));
      row.append(column == 0 ? "" : GAP).append(cell).append(" ".repeat(rest));
    }
    return row.toString();
  }
}
