package org.planlock.syntax.yaml;

import java.util.List;
import java.util.stream.IntStream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/** Finds lines that are indented with a tab, which YAML does not count as blanks. */
final class TabIndentation {
  private TabIndentation() {}

  /** The lines, counted from 1, with a tab before their first word. */
  static List<Integer> lines(SourceFile source) {
    var lines = source.lines();
    return IntStream.rangeClosed(1, lines.size())
        .filter(n -> column(lines.get(n - 1)) >= 0)
        .boxed()
        .toList();
  }

  /** Where the tab of such a line stands. */
  static int offset(SourceFile source, int line) {
    int start = 0;
    for (int n = 1; n < line; n++) {
      start += source.line(n).codePointCount(0, source.line(n).length()) + 1;
    }
    return start + column(source.line(line));
  }

  /** The finding for such a line. */
  static Diagnostic finding(SourceFile source, int line) {
    int at = offset(source, line);
    return Diagnostic.at(
            new Span(source, at, at + 1), Rule.TAB_INDENTATION, "this line is indented with a tab")
        .note("YAML counts blanks only, so a tab says nothing about what belongs to what")
        .help("use blanks, two for each level");
  }

  private static int column(String line) {
    int indent = 0;
    while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
      indent++;
    }
    int tab = line.indexOf('\t');
    return indent < line.length() && line.charAt(indent) != '#' && tab < indent ? tab : -1;
  }
}
