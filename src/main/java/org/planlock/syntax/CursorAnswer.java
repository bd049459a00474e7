package org.planlock.syntax;

import java.util.List;
import java.util.Optional;

/**
 * What may be written at a place of a text that need not be whole: for editors.
 *
 * @param tree what could be read, the asked word in it where it stands in a value
 * @param openers what may open where the word stands, the innermost first
 */
public record CursorAnswer(Optional<PlanNode.Mapping> tree, List<Opener> openers) {
  public CursorAnswer {
    openers = List.copyOf(openers);
  }

  /**
   * A word that opens a statement or clause.
   *
   * @param key the key of the tree that it fills; empty where it fills none or several
   */
  public record Opener(String word, String key) {}
}
