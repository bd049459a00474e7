package org.planlock.syntax.dsl;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in double quotes: what its escapes stand for, and how to write it. */
final class Quotes {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");
  private static final Map<String, String> MEANINGS =
      Map.of("\"", "\"", "\\", "\\", "n", "\n", "t", "\t");

  private Quotes() {}

  /** What a text in quotes says; absent if an escape in it is unknown. */
  static Optional<String> inside(String quoted) {
    Matcher escapes = ESCAPE.matcher(quoted.substring(1, quoted.length() - 1));
    var text = new StringBuilder();
    while (escapes.find()) {
      String escape = escapes.group(1);
      String meaning = escape.length() == 5 ? point(escape) : MEANINGS.get(escape);
      if (meaning == null) {
        return Optional.empty();
      }
      escapes.appendReplacement(text, Matcher.quoteReplacement(meaning));
    }
    return Optional.of(escapes.appendTail(text).toString());
  }

  /** The text in quotes. */
  static String around(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + "\"";
  }

  private static String point(String escape) {
    return String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
  }
}
