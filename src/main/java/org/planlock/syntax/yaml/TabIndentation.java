package org.planlock.syntax.yaml;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;

/** Finds lines that are indented with a tab, which YAML does not count as blanks. */
final class TabIndentation {
  private TabIndentation() {}

  /** Where the tabs before the first word of a line stand, in order. */
  static List<Integer> offsets(SourceFile source) {
    var offsets = new ArrayList<Integer>();
    int start = 0;
    for (String line : source.lines()) {
      int column = column(line);
      if (column >= 0) {
        offsets.add(start + column);
      }
      start += line.codePointCount(0, line.length()) + 1;
    }
    return offsets;
  }

  /** The finding for a tab. */
  static Diagnostic finding(SourceFile source, int at) {
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
