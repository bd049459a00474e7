package org.planlock.data;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds names that somebody may have meant; it only ever hints. */
final class NearNames {
  private static final Pattern ID_PREFIX = Pattern.compile("^[a-z]+-");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=\\w)");
  private static final Pattern TRAILING_ZEROS = Pattern.compile("(?<=\\d)\\.0+$");

  private NearNames() {}

  /** Up to three names within a third of the length in edits, nearest first. */
  static List<String> of(String written, Collection<String> names) {
    int allowed = Math.max(1, Math.min(3, written.length() / 3));
    record Near(String name, int distance) {}
    return names.stream()
        .distinct()
        .filter(
            name -> Math.abs(name.length() - written.length()) <= allowed || same(name, written))
        .map(name -> new Near(name, same(name, written) ? 0 : distance(written, name)))
        .filter(near -> near.distance() <= allowed)
        .sorted(Comparator.comparingInt(Near::distance))
        .limit(3)
        .map(Near::name)
        .toList();
  }

  /** The name that differs only in case, zeros, spaces or a prefix such as {@code sub-}. */
  static Optional<String> alike(String written, Collection<String> names) {
    return names.stream()
        .filter(name -> !name.equals(written) && bare(name).equals(bare(written)))
        .findFirst();
  }

  private static boolean same(String a, String b) {
    return bare(a).equals(bare(b));
  }

  private static String bare(String name) {
    var plain = ID_PREFIX.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return TRAILING_ZEROS.matcher(LEADING_ZEROS.matcher(plain).replaceFirst("")).replaceFirst("");
  }

  private static int distance(String a, String b) {
    var previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
