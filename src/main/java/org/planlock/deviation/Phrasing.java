package org.planlock.deviation;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How our own words are written for people. */
final class Phrasing {
  private static final int LISTED = 6;

  private Phrasing() {}

  /** The word of a constant: {@code one_standard_error}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Some names in backticks, the first few of many. */
  static String list(Collection<String> names) {
    var shown =
        names.stream().limit(LISTED).map(n -> "`" + n + "`").collect(Collectors.joining(", "));
    return names.size() > LISTED ? shown + " and " + (names.size() - LISTED) + " more" : shown;
  }
}
