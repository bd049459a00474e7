package org.planlock.report.journal;

import org.planlock.report.Visible;

/** Text from files made safe for Markdown: it shows as written, and begins nothing. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*[]~|$!#";

  private MarkdownText() {}

  /** The text on one line. */
  static String of(String text) {
    var line = Visible.text(text.replaceAll("\\R", " "));
    var safe = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '<') {
        safe.append("&lt;");
      } else if (c == '>') {
        safe.append("&gt;");
      } else if (c == '&') {
        safe.append("&amp;");
      } else if (SPECIAL.indexOf(c) >= 0 || (c == '_' && !isInWord(line, i))) {
        safe.append('\\').append(c);
      } else {
        safe.append(c);
      }
    }
    return safe.toString();
  }

  private static boolean isInWord(String line, int at) {
    return at > 0
        && at + 1 < line.length()
        && Character.isLetterOrDigit(line.charAt(at - 1))
        && Character.isLetterOrDigit(line.charAt(at + 1));
  }
}
