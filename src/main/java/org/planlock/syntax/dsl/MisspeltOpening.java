package org.planlock.syntax.dsl;

import org.planlock.diagnostic.Nearest;

/** Tells words that were meant to open something from words of a phrase. */
record MisspeltOpening(Passage passage) {
  /** Words shorter than this are too much like others. */
  private static final int SHORTEST = 5;

  /** A word within a phrase that is one letter away from what may be said next. */
  boolean clause(int index) {
    if (!passage.isKind(index, Part.Kind.WORD) || passage.isCall(index)) {
      return false;
    }
    var word = word(index);
    return word.length() >= SHORTEST
        && passage
            .innermostWords()
            .anyMatch(known -> Nearest.isOneEditAway(word, known) && !isPlural(word, known));
  }

  /** A word at the start of a line that looks like an opening rather than the rest of a phrase. */
  boolean line(int index) {
    if (!passage.isKind(index, Part.Kind.WORD)
        || !passage.isFirstOnLine(index)
        || passage.isCall(index)
        || passage.asksForMore(index)) {
      return false;
    }
    boolean misspelt = Nearest.to(word(index), passage.words().toList()).isPresent();
    boolean says =
        passage.isKind(index + 1, Part.Kind.STRING)
            || passage.isKind(index + 1, Part.Kind.NUMBER)
            || passage.isAt(index + 1, "=")
            || passage.part(index + 1).filter(Part.Block.class::isInstance).isPresent();
    return misspelt || (says && !passage.isFirstOnLine(index + 1));
  }

  /** A column may well be called {@code fold_id}. */
  private static boolean isPlural(String word, String other) {
    return other.equals(word + "s") || word.equals(other + "s");
  }

  private String word(int index) {
    return ((Part.Leaf) passage.part(index).orElseThrow()).text();
  }
}
