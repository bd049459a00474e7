package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import org.planlock.syntax.CursorAnswer;

/**
 * A word that stands where an editor's cursor is, and what may open there; reading adds the
 * answers.
 */
record Asked(String word, List<CursorAnswer.Opener> answers) {
  /** No word of any plan is empty. */
  static final Asked NOTHING = new Asked("", List.of());

  static Asked at(String word) {
    return new Asked(word, new ArrayList<>());
  }
}
