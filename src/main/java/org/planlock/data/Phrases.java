package org.planlock.data;

import java.util.List;

/** Words for numbers of things, as messages need them. */
final class Phrases {
  private Phrases() {}

  /** The first few things of {@code total}, as {@code a, b and 3 more}. */
  static String list(List<String> shown, int total) {
    if (shown.size() < total) {
      return String.join(", ", shown) + " and " + (total - shown.size()) + " more";
    }
    if (total < 2) {
      return String.join("", shown);
    }
    return String.join(", ", shown.subList(0, total - 1)) + " and " + shown.get(total - 1);
  }

  /** A number with its noun, as {@code 1 cell} or {@code 2 cells}. */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
