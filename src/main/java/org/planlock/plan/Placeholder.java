package org.planlock.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a name in place of {@code (measure)} in texts such as {@code d_(measure)} and {@code
 * residual(measure)}.
 */
record Placeholder(String word, String name) {
  /**
   * The text with the name in it; beside an underscore or alone the brackets go, as an argument
   * they stay.
   */
  String in(String text) {
    if (!occursIn(text)) {
      return text;
    }
    var quoted = Pattern.quote("(" + word + ")");
    var value = Matcher.quoteReplacement(name);
    var argument = text.replaceAll("(?<=[A-Za-z0-9])" + quoted, "(" + value + ")");
    return argument.replaceAll("(?<![A-Za-z0-9])" + quoted, value);
  }

  boolean occursIn(String text) {
    return text.contains("(" + word + ")");
  }
}
