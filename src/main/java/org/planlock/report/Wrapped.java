package org.planlock.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sentences in lines of a given width; what stands in backticks is not broken. */
final class Wrapped {
  private static final Pattern WORD = Pattern.compile("(?:`[^`]*`|[^ `]|`)+");

  private Wrapped() {}

  /**
   * The text in lines.
   *
   * @param first columns of the first line
   * @param rest columns of the lines after it
   * @return at least one line; one longer than asked for where a word is longer
   */
  static List<String> lines(String text, int first, int rest) {
    if (CellWidth.of(text) <= first) {
      return List.of(text);
    }
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    var words = WORD.matcher(text);
    while (words.find()) {
      int allowed = lines.isEmpty() ? first : rest;
      if (line.length() > 0 && CellWidth.of(line) + 1 + CellWidth.of(words.group()) > allowed) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(words.group());
    }
    lines.add(line.toString());
    return lines;
  }
}
