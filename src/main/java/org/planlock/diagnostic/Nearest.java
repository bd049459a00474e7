package org.planlock.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The known word nearest to a written one, if it is near: at most one edit in three letters
   * (insert, delete, replace, swap of neighbours; optimal string alignment), capitals ignored.
   * Equally near words give the first in alphabetical order.
   */
  public static Optional<String> to(String written, Collection<String> known) {
    var folded = written.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, folded.length() / 3);
    return known.stream()
        // so much longer or shorter a word cannot be near, and its table would be large
        .filter(word -> Math.abs(word.length() - folded.length()) <= allowed)
        .filter(word -> distance(folded, word.toLowerCase(Locale.ROOT)) <= allowed)
        .min(
            Comparator.comparingInt(
                    (String word) -> distance(folded, word.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Whether one letter too few, too many, wrong or swapped makes the one of the other. */
  public static boolean isOneEditAway(String written, String known) {
    return Math.abs(written.length() - known.length()) <= 1 && distance(written, known) == 1;
  }

  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        rows[i][j] = i == 0 ? j : j == 0 ? i : cheapest(rows, a, b, i, j);
      }
    }
    return rows[a.length()][b.length()];
  }

  private static int cheapest(int[][] rows, String a, String b, int i, int j) {
    int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
  }
}
