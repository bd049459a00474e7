package org.planlock.editor;

import java.util.List;
import java.util.function.UnaryOperator;
import org.planlock.source.SourceFile;

/** The lines of a long block in braces that are read with a place in it. */
final class BlockLines {
  private static final int AROUND = 20;

  private final SourceFile source;
  private final Section section;
  private final OpenBrackets.Style style;

  private BlockLines(SourceFile source, Section section, OpenBrackets.Style style) {
    this.source = source;
    this.section = section;
    this.style = style;
  }

  /** The line that opens the block, and whole statements around the place. */
  static List<Section> near(
      SourceFile source, Section section, int offset, OpenBrackets.Style style) {
    int first = source.lineOf(section.start());
    int last = source.lineOf(section.end());
    var lines = new BlockLines(source, section, style);
    if (last - first <= Grain.LONG || !lines.begins(first + 1)) {
      return List.of(section);
    }
    int line = source.lineOf(offset);
    int from = lines.boundary(Math.max(first + 1, line - AROUND), number -> number - 1);
    int to = lines.boundary(Math.min(last, line + AROUND), number -> number + 1);
    int begin = Math.max(source.startOf(first + 1), source.startOf(from));
    int end = Math.min(section.end(), source.startOf(to));
    return line <= first
        ? List.of(section)
        : List.of(new Section(section.start(), source.startOf(first + 1)), new Section(begin, end));
  }

  private int boundary(int number, UnaryOperator<Integer> next) {
    int line = number;
    while (source.startOf(line) > section.start()
        && source.startOf(line) < section.end()
        && !begins(line)) {
      line = next.apply(line);
    }
    return line;
  }

  /** Whether a statement of the block may begin with a line: only the block itself is open. */
  private boolean begins(int line) {
    var open = OpenBrackets.of(source.slice(section.start(), source.startOf(line)), style);
    return open.closing().length() == 1 && open.quote() == 0 && !open.comment();
  }
}
