package org.planlock.lock.seal;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Severity;
import org.planlock.lock.ledger.LedgerStep;

/**
 * Whether a release goes into a ledger.
 *
 * @param step what to append; nothing if it is refused, or stands there already
 * @param diagnostics why not, or that it stands there already
 */
public record ReleaseRuling(Optional<LedgerStep> step, List<Diagnostic> diagnostics) {
  public ReleaseRuling {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether it may not be released. */
  public boolean isRefused() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** Whether it was released before, for the same lock, so that nothing is to be done. */
  public boolean isDoneAlready() {
    return step.isEmpty() && !isRefused();
  }

  /** The step for whoever writes, who cannot write nothing: what is done already is an error. */
  Checked<LedgerStep> forWriter() {
    return step.map(one -> Checked.of(one, diagnostics))
        .orElseGet(
            () ->
                Checked.failed(
                    diagnostics.stream().map(one -> one.weighing(Severity.ERROR)).toList()));
  }
}
