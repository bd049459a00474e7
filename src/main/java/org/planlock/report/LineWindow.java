package org.planlock.report;

import java.util.function.UnaryOperator;
import org.planlock.source.Span;

/**
 * The part of a line that is shown: all of it where it fits, else the surroundings of a stretch.
 *
 * @param line the whole line
 * @param from first code point that is shown, counted from 0
 * @param until one past the last
 */
record LineWindow(String line, int from, int until) {
  private static final String CUT = "…";

  /** The window of at most so many code points in which the start of a stretch is seen. */
  static LineWindow around(Span span, String line, int columns) {
    int length = line.codePointCount(0, line.length());
    if (length <= columns) {
      return new LineWindow(line, 0, length);
    }
    // a sign is needed on each side that is cut
    int room = columns - 2;
    int wanted = Math.min(span.column() - 1, length);
    int from =
        wanted + Math.min(span.end() - span.start(), room / 2) <= room ? 0 : wanted - room / 3;
    int start = Math.max(0, Math.min(from, length - room));
    return new LineWindow(line, start, Math.min(length, start + room));
  }

  /** The text of the window, with signs where the line goes on. */
  String shown(UnaryOperator<String> visible) {
    var text = slice(from, until);
    return visible
        .apply((from > 0 ? CUT : "") + text + (until < length() ? CUT : ""))
        .stripTrailing();
  }

  /** Columns of the terminal before a stretch. */
  int cellsBefore(Span span, UnaryOperator<String> visible) {
    return CellWidth.of(visible.apply((from > 0 ? CUT : "") + slice(from, start(span))));
  }

  /** Columns of the terminal that a stretch takes. */
  int cellsOf(Span span, UnaryOperator<String> visible) {
    int end = Math.max(start(span), Math.min(span.column() - 1 + span.end() - span.start(), until));
    return CellWidth.of(visible.apply(slice(start(span), end)));
  }

  private int start(Span span) {
    return Math.max(from, Math.min(span.column() - 1, until));
  }

  private int length() {
    return line.codePointCount(0, line.length());
  }

  private String slice(int start, int end) {
    return line.substring(line.offsetByCodePoints(0, start), line.offsetByCodePoints(0, end));
  }
}
