package org.planlock.syntax;

import org.planlock.diagnostic.Checked;
import org.planlock.source.SourceFile;

/**
 * Reads one notation. Reading never runs anything, opens no other file, and reports every mistake
 * that it can find.
 */
@FunctionalInterface
public interface PlanReader {
  /**
   * The tree of the whole plan, and what is wrong with the text. Beside errors there may be a tree
   * of what could be read.
   */
  Checked<PlanNode.Mapping> read(SourceFile source);

  /**
   * The same for editors, whose texts are seldom whole: where there is a tree in spite of errors,
   * it is given with them.
   */
  default Checked<PlanNode.Mapping> readUnfinished(SourceFile source) {
    return read(source);
  }
}
