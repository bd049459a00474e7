package org.planlock.lock.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Standing;
import org.planlock.lock.Verification;
import org.planlock.lock.signature.SignatureCheck;
import org.planlock.lock.signature.SignatureReport;
import org.planlock.lock.signature.SignatureStanding;
import org.planlock.lock.signature.SignatureVerdict;
import org.planlock.lock.signature.SigningPurpose;
import org.planlock.source.Span;

/** Who stands behind a lock. */
final class SignatureRows {
  private final Span place;
  private final SignatureReport report;
  private final int wanted;

  /**
   * @param time when it was signed, as far as that is known
   */
  SignatureRows(PlanLock lock, Anchors anchors, Instant time, int wanted, String name) {
    this.place = Span.none(name);
    this.wanted = wanted;
    this.report =
        new SignatureCheck(anchors.signers(), SigningPurpose.LOCK, time)
            .check(LockFile.PAYLOAD_TYPE, lock.statement().bytes(), lock.signatures(), place);
  }

  List<Verification.Row> rows() {
    var rows = new ArrayList<Verification.Row>();
    // one finding for each signature that does not count, in their order
    var findings = report.diagnostics().iterator();
    for (var verdict : report.verdicts()) {
      boolean counts = verdict.standing() == SignatureStanding.ACCEPTED;
      rows.add(row(verdict, counts ? List.of() : List.of(helped(findings.next()))));
    }
    if (rows.isEmpty()) {
      rows.add(
          new Verification.Row("signed by", "not signed", "nobody", Standing.HOLDS, List.of()));
    }
    if (wanted > 0) {
      report.tooFew(wanted, place).ifPresent(finding -> rows.add(tooFew(finding)));
    }
    return rows;
  }

  private static Verification.Row row(SignatureVerdict verdict, List<Diagnostic> findings) {
    return new Verification.Row(
        "signed by",
        word(verdict.standing()),
        verdict.who(),
        verdict.standing() == SignatureStanding.WRONG ? Standing.CHANGED : Standing.HOLDS,
        findings);
  }

  private Verification.Row tooFew(Diagnostic finding) {
    return new Verification.Row(
        "enough signatures",
        "too few",
        report.people().size() + " of " + wanted,
        Standing.WEAKER,
        List.of(finding));
  }

  private static Diagnostic helped(Diagnostic finding) {
    return finding.rule() == Rule.SIGNER_UNKNOWN
        ? finding.help(
            "get the public key from the signer, not from the lock, and name it with `--signer FILE`")
        : finding;
  }

  private static String word(SignatureStanding standing) {
    return switch (standing) {
      case ACCEPTED -> "ok";
      case NOT_ALLOWED -> "not allowed";
      case UNKNOWN_KEY -> "unknown key";
      case REPEATED -> "twice";
      case WRONG -> "wrong";
    };
  }
}
