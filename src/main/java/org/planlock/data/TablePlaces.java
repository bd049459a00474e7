package org.planlock.data;

import org.jspecify.annotations.Nullable;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/** Finds the places of rows and cells in a table's text, only when a message needs them. */
final class TablePlaces {
  /**
   * Above this many characters a place names line and column but quotes nothing, to spare memory.
   */
  private static final int QUOTABLE = 4_000_000;

  private final String name;
  private final String text;
  private final char separator;
  private @Nullable SourceFile source;
  private int @Nullable [] lineStarts;

  TablePlaces(String name, String text, char separator) {
    this.name = name;
    this.text = text;
    this.separator = separator;
  }

  /** The whole line. */
  synchronized Span line(int line) {
    if (text.length() > QUOTABLE) {
      return Span.none(name + ":" + line);
    }
    int start = starts()[line - 1];
    return new Span(source(), start, start + codePoints(source().line(line)));
  }

  /** The cell of a column, counted from 0, in the record that starts at the line. */
  synchronized Span cell(int line, int column) {
    if (text.length() > QUOTABLE) {
      return Span.none(name + ":" + line);
    }
    var row = recordFrom(line);
    int from = 0;
    for (int i = 0; i < column; i++) {
      from = Math.min(cellEnd(row, from) + 1, row.length());
    }
    int start = starts()[line - 1] + row.codePointCount(0, from);
    return new Span(source(), start, start + row.codePointCount(from, cellEnd(row, from)));
  }

  private int cellEnd(String row, int from) {
    int at = from;
    boolean quoted = at < row.length() && row.charAt(at) == '"';
    if (quoted) {
      at++;
      while (at < row.length() && !(row.charAt(at) == '"' && !isDoubled(row, at))) {
        at += row.charAt(at) == '"' ? 2 : 1;
      }
    }
    int end = row.indexOf(separator, Math.min(at, row.length()));
    return end < 0 ? row.length() : end;
  }

  private static boolean isDoubled(String row, int at) {
    return at + 1 < row.length() && row.charAt(at + 1) == '"';
  }

  private String recordFrom(int line) {
    var row = new StringBuilder(source().line(line));
    int next = line + 1;
    int last = Math.min(starts().length, line + 50);
    while (row.chars().filter(c -> c == '"').count() % 2 != 0 && next <= last) {
      row.append('\n').append(source().line(next++));
    }
    return row.toString();
  }

  private SourceFile source() {
    var known = source;
    if (known == null) {
      known = SourceFile.of(name, text);
      source = known;
    }
    return known;
  }

  private int[] starts() {
    var known = lineStarts;
    if (known == null) {
      var points = source().text().codePoints().toArray();
      var found = java.util.stream.IntStream.builder().add(0);
      for (int i = 0; i < points.length; i++) {
        if (points[i] == '\n') {
          found.add(i + 1);
        }
      }
      known = found.build().toArray();
      lineStarts = known;
    }
    return known;
  }

  private static int codePoints(String string) {
    return string.codePointCount(0, string.length());
  }
}
