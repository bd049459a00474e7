package org.planlock.lock.commitment;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which fields are leaves: by code point, but {@code [} and then {@code .} before all
 * others.
 *
 * <p>So everything below a path follows it without a gap, and two neighbours show that nothing is
 * between them. By plain code points {@code models.m1-b} would stand between {@code models.m1} and
 * {@code models.m1.terms}.
 */
final class PathOrder {
  static final Comparator<String> OF_PATHS =
      Comparator.comparing(PathOrder::ranks, Arrays::compare);

  private PathOrder() {}

  /** Whether a path is that of a group or part of it. */
  static boolean isWithin(String path, String group) {
    return path.equals(group)
        || (!group.isEmpty() && (path.startsWith(group + ".") || path.startsWith(group + "[")));
  }

  private static int[] ranks(String path) {
    return path.codePoints().map(PathOrder::rank).toArray();
  }

  private static int rank(int codePoint) {
    return switch (codePoint) {
      case '[' -> 0;
      case '.' -> 1;
      default -> codePoint + 2;
    };
  }
}
