package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.source.Span;

/** The lines of a source that a finding points at, with carets and words under them. */
final class QuotedLines {
  private static final int WIDEST = 160;

  private final Diagnostic diagnostic;
  private final Style style;

  QuotedLines(Diagnostic diagnostic, Style style) {
    this.diagnostic = diagnostic;
    this.style = style;
  }

  /** The lines, framed; none where the finding stands in no text. */
  List<String> lines() {
    if (diagnostic.span().file().length() == 0) {
      return List.of();
    }
    var marks = marks();
    int digits = String.valueOf(marks.lastKey()).length();
    var lines = new ArrayList<String>();
    lines.add(gutter(digits, "") + "|");
    int previous = -1;
    for (var entry : marks.entrySet()) {
      if (previous > 0 && entry.getKey() > previous + 1) {
        lines.add(gutter(digits, "") + style.ellipsis());
      }
      lines.addAll(quoted(digits, entry.getKey(), entry.getValue()));
      previous = entry.getKey();
    }
    return lines;
  }

  private NavigableMap<Integer, List<Mark>> marks() {
    var marks = new TreeMap<Integer, List<Mark>>();
    for (var other : diagnostic.labels()) {
      if (other.span().file() == diagnostic.span().file()) {
        marks
            .computeIfAbsent(other.span().line(), line -> new ArrayList<>())
            .add(new Mark(other.span(), '-', other.text()));
      }
    }
    marks
        .computeIfAbsent(diagnostic.span().line(), line -> new ArrayList<>())
        .add(new Mark(diagnostic.span(), '^', diagnostic.caption()));
    return marks;
  }

  private List<String> quoted(int digits, int number, List<Mark> marks) {
    int columns = Math.min(WIDEST, style.width() - digits - " | ".length());
    var window =
        LineWindow.around(
            marks.get(marks.size() - 1).span(), diagnostic.span().file().line(number), columns);
    var lines = new ArrayList<String>();
    lines.add(
        gutter(digits, String.valueOf(number)) + style.frame("| ") + window.shown(style::text));
    for (var mark : marks) {
      for (var line : under(mark, window, columns)) {
        lines.add(gutter(digits, "") + style.frame("| ") + line);
      }
    }
    return lines;
  }

  /** The signs under a stretch, and its words beside them, or below where there is no room. */
  private List<String> under(Mark mark, LineWindow window, int columns) {
    int before = window.cellsBefore(mark.span(), style::text);
    int length = window.cellsOf(mark.span(), style::text);
    var signs = String.valueOf(mark.sign()).repeat(Math.max(1, length));
    var words = style.text(mark.words());
    var lines = new ArrayList<String>();
    if (words.isEmpty()
        || style.width() == Style.UNBOUNDED
        || before + signs.length() + 1 + CellWidth.of(words) <= columns) {
      lines.add(" ".repeat(before) + painted(mark, (signs + " " + words).strip()));
      return lines;
    }
    lines.add(" ".repeat(before) + painted(mark, signs));
    int indent = Math.min(before, columns / 2);
    Wrapped.lines(words, columns - indent, columns - indent)
        .forEach(line -> lines.add(" ".repeat(indent) + painted(mark, line)));
    return lines;
  }

  private String painted(Mark mark, String text) {
    return mark.sign() == '^' ? style.of(diagnostic.severity(), text) : style.frame(text);
  }

  private static String gutter(int digits, String number) {
    return " ".repeat(digits - number.length()) + number + " ";
  }

  /** One stretch to underline. */
  private record Mark(Span span, char sign, String words) {}
}
