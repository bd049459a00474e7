package org.planlock.syntax.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A statement as it will be written.
 *
 * @param chunks pieces that stay on one line each
 * @param block what follows in braces, if anything
 * @param beside whether it may stand on the line of the statement before it
 */
record Sentence(List<String> chunks, Optional<List<Sentence>> block, boolean beside) {
  static Sentence of(String text) {
    return new Sentence(List.of(text), Optional.empty(), false);
  }

  static Sentence of(List<String> chunks) {
    return new Sentence(chunks, Optional.empty(), false);
  }

  /** The same with words in front of its first piece. */
  Sentence after(String words) {
    if (words.isEmpty()) {
      return this;
    }
    var longer = new ArrayList<>(chunks);
    if (longer.isEmpty()) {
      longer.add(words);
    } else {
      longer.set(0, words + " " + longer.get(0));
    }
    return new Sentence(longer, block, beside);
  }

  /** The same with other words in its first piece. */
  Sentence mapFirst(UnaryOperator<String> change) {
    if (chunks.isEmpty()) {
      return this;
    }
    var changed = new ArrayList<>(chunks);
    changed.set(0, change.apply(chunks.get(0)));
    return new Sentence(changed, block, beside);
  }

  Sentence withBlock(List<Sentence> inner) {
    return new Sentence(chunks, Optional.of(inner), beside);
  }

  /** Its pieces, what stands in braces among them. */
  List<String> onOneLine() {
    var pieces = new ArrayList<>(chunks);
    block.ifPresent(
        inner -> {
          var inside = inner.stream().flatMap(sentence -> sentence.onOneLine().stream()).toList();
          var braces = "{ " + String.join(" ", inside) + " }";
          if (pieces.isEmpty()) {
            pieces.add(braces);
          } else {
            pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + " " + braces);
          }
        });
    return pieces;
  }

  Sentence placedBeside(boolean flag) {
    return new Sentence(chunks, block, flag);
  }
}
