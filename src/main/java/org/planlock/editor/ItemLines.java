package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import org.planlock.source.SourceFile;

/** The lines of a long section of YAML that are read with a place in it: its item of a list. */
final class ItemLines {
  private final SourceFile source;
  private final int first;
  private final int last;

  private ItemLines(SourceFile source, Section section) {
    this.source = source;
    this.first = source.lineOf(section.start());
    this.last = source.lineOf(Math.max(section.start(), section.end() - 1));
  }

  /** The lines that the item belongs to, and all of the item. */
  static List<Section> near(SourceFile source, Section section, int offset) {
    var lines = new ItemLines(source, section);
    int item = lines.item(offset);
    if (lines.last - lines.first <= Grain.LONG || item <= lines.first) {
      return List.of(section);
    }
    var kept = new ArrayList<Section>();
    kept.add(new Section(source.startOf(item), lines.endOf(item)));
    int indent = lines.indent(item);
    boolean isItem = true;
    for (int line = item - 1; line >= lines.first; line--) {
      boolean isAround =
          lines.says(line)
              && (lines.indent(line) < indent
                  || (lines.indent(line) == indent && isItem && !lines.isItem(line)));
      if (isAround) {
        kept.add(0, new Section(source.startOf(line), source.startOf(line + 1)));
        indent = lines.indent(line);
        isItem = lines.isItem(line);
      }
    }
    return kept;
  }

  /** The line that begins the innermost item around an offset, or the first of the section. */
  private int item(int offset) {
    int line = source.lineOf(offset);
    int indent = says(line) ? indent(line) : source.columnOf(offset) - 1;
    while (line > first && !(isItem(line) && indent(line) <= indent)) {
      line--;
    }
    return line;
  }

  private int endOf(int item) {
    int line = item + 1;
    while (line <= last && (!says(line) || indent(line) > indent(item))) {
      line++;
    }
    return source.startOf(line);
  }

  private boolean says(int line) {
    var text = source.line(line).strip();
    return !text.isEmpty() && !text.startsWith("#");
  }

  private boolean isItem(int line) {
    var text = source.line(line).stripLeading();
    return text.startsWith("- ") || text.equals("-");
  }

  private int indent(int line) {
    var text = source.line(line);
    return text.length() - text.stripLeading().length();
  }
}
