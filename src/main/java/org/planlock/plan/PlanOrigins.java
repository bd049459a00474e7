package org.planlock.plan;

import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

/**
 * Where in the source each part of a plan stands, kept apart so that notation never changes a
 * plan's value.
 */
public record PlanOrigins(PlanNode.Mapping written) {
  /** The place of a path, or of the nearest part around it that was written. */
  public Span of(String path) {
    var rest = path;
    while (!rest.isEmpty()) {
      var found = TreePaths.spanOf(written, rest);
      if (found.isPresent()) {
        return found.get();
      }
      rest = around(rest);
    }
    return written.span();
  }

  private static String around(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }
}
