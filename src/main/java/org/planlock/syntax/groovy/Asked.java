package org.planlock.syntax.groovy;

import java.util.ArrayList;
import java.util.List;
import org.planlock.syntax.CursorAnswer;

/** A word that stands where an editor's cursor is; reading adds the words that may open there. */
record Asked(String word, List<CursorAnswer.Opener> openers) {
  /** No word of any plan is empty. */
  static final Asked NOTHING = new Asked("", List.of());

  static Asked at(String word) {
    return new Asked(word, new ArrayList<>());
  }

  boolean is(String text) {
    return word.equals(text);
  }

  /** A statement begins here: any word of the block may. */
  void statement(Vocabulary words) {
    for (var word : words.inOrder()) {
      var meaning = words.get(word).orElseThrow();
      var key = meaning instanceof Vocabulary.Item item ? item.list() : word;
      openers.add(new CursorAnswer.Opener(word, key));
    }
  }
}
