package org.planlock.report;

import java.util.Locale;
import java.util.Map;

/** Text for a terminal that shows ASCII alone: our own signs in letters, others spelt out. */
public final class Ascii {
  private static final Map<Integer, String> SIGNS =
      Map.ofEntries(
          Map.entry((int) '…', "..."),
          Map.entry((int) '×', "x"),
          Map.entry((int) '→', "->"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '−', "-"),
          Map.entry((int) '·', "*"),
          Map.entry((int) '≤', "<="),
          Map.entry((int) '≥', ">="),
          Map.entry((int) '≠', "!="),
          Map.entry((int) '±', "+-"),
          Map.entry((int) '²', "^2"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '\u00a0', " "),
          Map.entry((int) '█', "#"),
          Map.entry((int) '░', "."));

  private Ascii() {}

  /** The text in ASCII; a character without a spelling of its own is {@code \}{@code u{e9}}. */
  public static String text(String text) {
    var ascii = new StringBuilder();
    text.codePoints().forEach(point -> ascii.append(spelt(point)));
    return ascii.toString();
  }

  private static String spelt(int point) {
    if (point < 0x80) {
      return Character.toString(point);
    }
    var sign = SIGNS.get(point);
    return sign != null ? sign : "\\u{" + Integer.toHexString(point).toLowerCase(Locale.ROOT) + "}";
  }
}
