package org.planlock.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a column of a table with one row per measure into one column per measure.
 *
 * @param column the column that holds the values
 * @param template names the new columns; holds a key column of the table in round brackets, as in
 *     {@code fd_(measure)}
 */
public record SpreadRule(String column, String template) {
  private static final Pattern KEY = Pattern.compile("\\(([^()]+)\\)");

  public SpreadRule {
    if (!KEY.matcher(template).find()) {
      throw new IllegalArgumentException("names no key column in brackets: " + template);
    }
  }

  /** The key column whose values name the new columns. */
  public String key() {
    var found = KEY.matcher(template);
    return found.find() ? found.group(1) : "";
  }

  /** The new column for one value of the key. */
  public String named(String level) {
    return KEY.matcher(template).replaceFirst(Matcher.quoteReplacement(level));
  }
}
