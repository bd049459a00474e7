package org.planlock.syntax.dsl;

import java.util.Optional;
import org.planlock.syntax.PlanNode;

/** How a value is written. */
interface Form {
  /**
   * Reads the value that stands here; {@link Passage#hasValue()} holds unless the form may be
   * empty.
   */
  PlanNode read(Passage passage);

  /** The value as it is written; absent if this form has no words for it. */
  Optional<Sentence> write(PlanNode value, Page page);

  /** Whether it may begin where no value stands, as a block or clauses do. */
  default boolean mayBeEmpty() {
    return false;
  }
}
