package org.planlock.syntax.dsl;

import java.util.stream.Stream;
import org.planlock.syntax.CursorAnswer;

/** What may begin next while something else is being read. */
interface Scope {
  /** Whether a statement or clause of this scope opens at the index. */
  boolean opensAt(Passage passage, int index);

  /** The words that open them, for suggestions. */
  Stream<String> words();

  /** The same words with the keys that they fill, for editors. */
  Stream<CursorAnswer.Opener> openers();
}
