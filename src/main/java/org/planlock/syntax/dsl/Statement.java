package org.planlock.syntax.dsl;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.source.Span;
import org.planlock.syntax.CursorAnswer;
import org.planlock.syntax.PlanNode;

/**
 * Something that a block or an item may say: how it opens, which keys of the tree it fills, and how
 * it is written.
 */
interface Statement {
  /** Whether it opens at the index. */
  boolean opensAt(Passage passage, int index);

  /** Reads it from its opening on. */
  void read(Passage passage, Entries into);

  /** The words that open it, for suggestions. */
  Stream<String> words();

  /** The words that open it, each with the key that it fills, or none where that is not one key. */
  default Stream<CursorAnswer.Opener> openers() {
    var keys = claims(new PlanNode.Mapping(List.of(), Span.none("nothing")));
    return words()
        .map(
            word ->
                new CursorAnswer.Opener(
                    word,
                    keys.contains(word) ? word : keys.size() == 1 ? keys.iterator().next() : ""));
  }

  /** Those keys of the mapping that it writes. */
  Set<String> claims(PlanNode.Mapping from);

  /** How the claimed keys are written; keys whose value it has no words for are reported. */
  List<Sentence> write(PlanNode.Mapping from, Page page);

  /** The form of the value under a key of this statement, if that key is its own. */
  default Optional<Form> formOf(List<String> path) {
    return Optional.empty();
  }
}
