package org.planlock.execution.script;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;

/**
 * Ends a script at a step that cannot be taken. Whoever catches it cannot go on: the analysis is
 * stopped, and what stopped it is what its caller gets.
 */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  StoppedException(List<Diagnostic> diagnostics) {
    super(diagnostics.isEmpty() ? "stopped" : diagnostics.get(0).message());
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** What stopped the analysis. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
