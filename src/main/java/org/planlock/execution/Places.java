package org.planlock.execution;

import org.planlock.plan.BoundPlan;
import org.planlock.source.Span;
import org.planlock.syntax.TreePaths;

/** Where in the source the parts of a plan stand, for messages. */
public record Places(BoundPlan plan) {
  /** The place of a path, or of the nearest part around it that was written. */
  public Span of(String path) {
    var written = plan.origins().written();
    return TreePaths.spanOf(written, path).orElseGet(() -> plan.origins().of(path));
  }
}
