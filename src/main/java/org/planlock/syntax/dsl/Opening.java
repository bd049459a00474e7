package org.planlock.syntax.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The words with which a statement or clause opens, in one or more spellings; the first is the one
 * that is written.
 *
 * @param spellings each a list of words; a word behind {@code ~} must follow but belongs to the
 *     value
 */
record Opening(List<List<String>> spellings) {
  /** Spellings separated by {@code |}, such as {@code "stop when|stop"}. */
  static Opening of(String spellings) {
    return new Opening(
        Arrays.stream(spellings.split("\\|"))
            .map(spelling -> List.of(spelling.split(" ")))
            .toList());
  }

  /** How many parts it takes at the index; absent if it does not open there. */
  Optional<Integer> lengthAt(Passage passage, int index) {
    // asked of every statement at every word, when a stream costs most
    for (var words : spellings) {
      if (matches(words, passage, index)) {
        return Optional.of(own(words));
      }
    }
    return Optional.empty();
  }

  /** The first word. */
  String word() {
    return spellings.get(0).get(0);
  }

  /** As it is written. */
  String text() {
    return String.join(
        " ", spellings.get(0).stream().filter(word -> !word.startsWith("~")).toList());
  }

  private static boolean matches(List<String> words, Passage passage, int index) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!passage.isAt(index + i, word.startsWith("~") ? word.substring(1) : word)) {
        return false;
      }
    }
    return !passage.isCall(index + words.size() - 1);
  }

  private static int own(List<String> words) {
    int own = 0;
    for (var word : words) {
      own += word.startsWith("~") ? 0 : 1;
    }
    return own;
  }
}
