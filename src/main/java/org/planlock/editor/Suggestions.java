package org.planlock.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What may be written at a place.
 *
 * @param from where the word begins that a suggestion replaces
 * @param isAll whether nothing was left out that might be meant
 */
public record Suggestions(int from, List<Suggestion> all, boolean isAll) {
  public Suggestions {
    all = List.copyOf(all);
  }

  /**
   * At most so many: of more, those in which the letters of a word stand in their order, first
   * those that begin with it, words of the language before names. Nobody reads a thousand, and an
   * editor asks again after the next letter.
   */
  public Suggestions fitting(String typed, int most) {
    if (all.size() <= most) {
      return this;
    }
    var word = typed.toLowerCase(Locale.ROOT);
    var fitting =
        all.stream()
            .filter(each -> isIn(word, each.label().toLowerCase(Locale.ROOT)))
            .sorted(
                Comparator.comparing((Suggestion each) -> !begins(each, word))
                    .thenComparing(each -> each.kind().isName()))
            .limit(most)
            .toList();
    return new Suggestions(from, fitting, false);
  }

  private static boolean begins(Suggestion suggestion, String word) {
    return suggestion.label().toLowerCase(Locale.ROOT).startsWith(word);
  }

  private static boolean isIn(String word, String label) {
    int at = 0;
    for (int i = 0; i < label.length() && at < word.length(); i++) {
      at += label.charAt(i) == word.charAt(at) ? 1 : 0;
    }
    return at == word.length();
  }
}
