package org.planlock.plan.coverage;

import java.util.Optional;
import org.planlock.syntax.PlanNode;

/**
 * What a plan says at one path.
 *
 * @param node what stands there, if something does
 */
record Said(Kind kind, String path, Optional<PlanNode> node) {
  enum Kind {
    STATED,
    NOT_APPLICABLE,
    MISSING,
    /** Nothing of this sort is in the plan, so nothing need be said of it. */
    NOT_NEEDED
  }

  /** The same place, seen otherwise. */
  Said as(Kind other) {
    return new Said(other, path, node);
  }
}
