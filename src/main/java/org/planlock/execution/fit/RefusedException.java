package org.planlock.execution.fit;

import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;

/** Carries findings out of a fold, through code that knows no findings. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  RefusedException(List<Diagnostic> diagnostics) {
    super("refused", null, false, false);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** The value of a sound result; otherwise its findings leave the fold. */
  static <T> T orRefuse(Checked<T> checked) {
    if (!checked.isSound()) {
      throw new RefusedException(checked.diagnostics());
    }
    return checked.orThrow();
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
