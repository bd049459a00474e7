package org.planlock.plan;

import java.util.Optional;
import org.planlock.source.Span;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePlaces;

/**
 * Where in the source each part of a plan stands, kept apart so that notation never changes a
 * plan's value.
 */
public final class PlanOrigins {
  private final PlanNode.Mapping written;
  private final TreePlaces places;

  public PlanOrigins(PlanNode.Mapping written) {
    this.written = written;
    this.places = new TreePlaces(written);
  }

  /** The tree as it is written. */
  public PlanNode.Mapping written() {
    return written;
  }

  /** What is written at a path, if anything is. */
  public Optional<PlanNode> find(String path) {
    return places.find(path);
  }

  /** The place of a path, or of the nearest part around it that was written. */
  public Span of(String path) {
    var rest = path;
    while (!rest.isEmpty()) {
      var found = places.spanOf(rest);
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
