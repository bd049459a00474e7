package org.planlock.report;

import java.util.Locale;

/**
 * Text from a file, made safe for a terminal: what would not show, or would move what does, is
 * written as {@code \}{@code u{202e}}.
 */
public final class Visible {
  private Visible() {}

  /**
   * The text with control, formatting and separator characters spelt out; a tab becomes one space.
   */
  public static String text(String text) {
    var safe = new StringBuilder();
    text.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point) {
    if (point == '\t') {
      safe.append(' ');
    } else if (isHidden(point)) {
      safe.append("\\u{").append(Integer.toHexString(point).toLowerCase(Locale.ROOT)).append('}');
    } else {
      safe.appendCodePoint(point);
    }
  }

  private static boolean isHidden(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED;
  }
}
