package org.planlock.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.planlock.source.SourceFile;

/** A part of a plan's text that can be read on its own: code points from one offset to another. */
record Section(int start, int end) {
  /** The parts of a text, in order and without gaps: each but the first begins with such a line. */
  static List<Section> all(SourceFile source, Predicate<String> opens) {
    var sections = new ArrayList<Section>();
    int begun = 0;
    int offset = 0;
    boolean any = false;
    for (var line : source.lines()) {
      boolean starts = opens.test(line);
      if (starts && any) {
        sections.add(new Section(begun, offset));
        begun = offset;
      }
      any |= starts;
      offset += line.codePointCount(0, line.length()) + 1;
    }
    sections.add(new Section(begun, source.length()));
    return sections;
  }

  /** The word of plain letters that a line begins with. */
  static String firstWord(String line) {
    int end = 0;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
      end++;
    }
    return line.substring(0, end);
  }

  boolean holds(int offset) {
    return start <= offset && offset <= end;
  }
}
