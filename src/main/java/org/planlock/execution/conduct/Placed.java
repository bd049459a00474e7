package org.planlock.execution.conduct;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.execution.Places;
import org.planlock.source.Span;

/** Puts findings that name a path of the plan to the place where the plan says it. */
final class Placed {
  private Placed() {}

  static List<Diagnostic> in(Places places, List<Diagnostic> found) {
    return found.stream().map(diagnostic -> in(places, diagnostic)).toList();
  }

  private static Diagnostic in(Places places, Diagnostic found) {
    return new Diagnostic(
        found.rule(),
        found.severity(),
        placed(places, found.span()),
        found.message(),
        found.caption(),
        found.labels(),
        found.notes(),
        found.helps());
  }

  private static Span placed(Places places, Span span) {
    var name = span.file().name();
    boolean path = name.startsWith("models") || name.startsWith("sensitivity");
    return path && span.file().length() == 0 ? places.of(name) : span;
  }
}
