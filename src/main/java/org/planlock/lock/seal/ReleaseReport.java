package org.planlock.lock.seal;

import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.signature.SignatureReport;

/**
 * What is to be thought of a release.
 *
 * @param release that was judged
 * @param signatures whose they are
 * @param diagnostics everything that speaks against it, and weaker findings
 */
public record ReleaseReport(
    CustodianRelease release, SignatureReport signatures, List<Diagnostic> diagnostics) {
  public ReleaseReport {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Whether a custodian whom the verifier accepts released for this lock, and nothing that was at
   * hand speaks against it.
   */
  public boolean isAccepted() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  /** The names of the accepted custodians, as people write them. */
  public String custodians() {
    return String.join(", ", signatures.people());
  }
}
