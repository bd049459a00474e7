package org.planlock.plan;

import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;

/**
 * Where in the source each part of a plan stands, kept apart so that notation never changes a
 * plan's value.
 */
public record PlanOrigins(PlanNode.Mapping written) {
  /** The place of a path, or of the nearest part around it that was written. */
  public Span of(String path) {
    var rest = path;
    while (!rest.isEmpty()) {
      var found = written.get(rest);
      if (found.isPresent()) {
        return found.get().span();
      }
      rest = rest.contains(".") ? rest.substring(0, rest.lastIndexOf('.')) : "";
    }
    return written.span();
  }
}
