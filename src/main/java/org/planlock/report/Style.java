package org.planlock.report;

import org.planlock.diagnostic.Severity;

/**
 * What the place allows where text is read: colours, how many columns, which characters.
 *
 * @param isColoured whether the escape sequences of a terminal may be used
 * @param width columns of a line, at least {@link #NARROWEST}; {@link #UNBOUNDED} where nobody
 *     counts them
 * @param isUnicode whether more than ASCII can be shown
 */
public record Style(boolean isColoured, int width, boolean isUnicode) {
  /** Lines are as long as what they say. */
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  /** Below this many columns nothing is broken any further. */
  public static final int NARROWEST = 40;

  /** Letters only, in lines of any length: for files and pipes. */
  public static final Style PLAIN = new Style(false, UNBOUNDED, true);

  /** With the escape sequences of a terminal. */
  public static final Style COLOUR = new Style(true, UNBOUNDED, true);

  public Style {
    width = Math.max(width, NARROWEST);
  }

  /** The same on a screen of so many columns. */
  public Style within(int columns) {
    return new Style(isColoured, columns, isUnicode);
  }

  /** The same where only ASCII can be shown. */
  public Style inAscii() {
    return new Style(isColoured, width, false);
  }

  /** Text of any origin, made safe for where it is shown. */
  String text(String text) {
    var safe = Visible.text(text);
    return isUnicode ? safe : Ascii.text(safe);
  }

  /** What stands where something was left out. */
  String ellipsis() {
    return isUnicode ? "…" : "...";
  }

  /** The text in the colour of a severity. */
  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> painted("1;31", text);
      case WARNING -> painted("1;33", text);
      case NOTE -> painted("1;36", text);
    };
  }

  /** The text as a frame around quoted lines. */
  String frame(String text) {
    return painted("1;34", text);
  }

  /** The text in bold. */
  String strong(String text) {
    return painted("1", text);
  }

  private String painted(String code, String text) {
    return isColoured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
