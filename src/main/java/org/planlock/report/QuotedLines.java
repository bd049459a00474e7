package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    int width = String.valueOf(((TreeMap<Integer, List<Mark>>) marks).lastKey()).length();
    var lines = new ArrayList<String>();
    lines.add(gutter(width, "") + "|");
    int previous = -1;
    for (var entry : marks.entrySet()) {
      if (previous > 0 && entry.getKey() > previous + 1) {
        lines.add(gutter(width, "") + "…");
      }
      lines.add(
          gutter(width, String.valueOf(entry.getKey()))
              + style.frame("| ")
              + quoted(entry.getKey()));
      entry
          .getValue()
          .forEach(mark -> lines.add(gutter(width, "") + style.frame("| ") + mark.under(this)));
      previous = entry.getKey();
    }
    return lines;
  }

  private Map<Integer, List<Mark>> marks() {
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

  private String quoted(int line) {
    var text = diagnostic.span().file().line(line);
    var shown =
        text.codePointCount(0, text.length()) > WIDEST
            ? text.substring(0, text.offsetByCodePoints(0, WIDEST)) + "…"
            : text;
    return Visible.text(shown).stripTrailing();
  }

  private static String gutter(int width, String number) {
    return " ".repeat(width - number.length()) + number + " ";
  }

  /** One stretch to underline. */
  private record Mark(Span span, char sign, String words) {
    String under(QuotedLines owner) {
      var line = span.file().line(span.line());
      int from = Math.min(span.column() - 1, WIDEST);
      int length = line.codePointCount(0, line.length());
      int until =
          Math.min(
              Math.min(from + Math.max(1, span.end() - span.start()), Math.max(length, from + 1)),
              WIDEST + 1);
      var before =
          Visible.text(line.substring(0, line.offsetByCodePoints(0, Math.min(from, length))));
      var marked =
          Visible.text(
              line.substring(
                  line.offsetByCodePoints(0, Math.min(from, length)),
                  line.offsetByCodePoints(0, Math.min(until, length))));
      var signs =
          String.valueOf(sign).repeat(Math.max(1, marked.codePointCount(0, marked.length())));
      var coloured =
          sign == '^'
              ? owner.style.of(owner.diagnostic.severity(), (signs + " " + words).strip())
              : owner.style.frame((signs + " " + words).strip());
      return " ".repeat(before.codePointCount(0, before.length())) + coloured;
    }
  }
}
