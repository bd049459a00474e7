package org.planlock.syntax;

import org.planlock.diagnostic.Checked;

/**
 * Writes a tree in one notation, as a person would have written it. What the notation has no words
 * for is an error, never left out.
 */
@FunctionalInterface
public interface PlanWriter {
  /** The text of the whole plan. */
  Checked<String> write(PlanNode.Mapping plan);
}
