package org.planlock.execution;

import org.planlock.plan.BoundPlan;
import org.planlock.source.Span;

/** Where in the source the parts of a plan stand, for messages. */
public record Places(BoundPlan plan) {
  /** The place of a path, or of the nearest part around it that was written. */
  public Span of(String path) {
    return plan.origins().of(path);
  }
}
