package org.planlock.lock.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Standing;
import org.planlock.lock.Verification;
import org.planlock.lock.ledger.Checkpoint;
import org.planlock.lock.ledger.CheckpointCheck;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.seal.ReleaseCheck;
import org.planlock.lock.seal.ReleaseReport;

/** Whether the releases that were shown are a custodian's, and for this lock. */
final class ReleaseRows {
  private final PlanLock lock;
  private final Anchors anchors;
  private final Optional<Ledger> ledger;
  private final List<ReleaseReport> reports = new ArrayList<>();
  private final List<Verification.Row> rows = new ArrayList<>();

  ReleaseRows(PlanLock lock, Anchors anchors, Optional<Ledger> ledger, Shown shown) {
    this.lock = lock;
    this.anchors = anchors;
    this.ledger = ledger;
    shown.releases().forEach(this::add);
  }

  List<Verification.Row> rows() {
    return rows;
  }

  /** What was found about each, in the order in which they were shown. */
  List<ReleaseReport> reports() {
    return reports;
  }

  private void add(Shown.ShownRelease shown) {
    var report = report(shown);
    reports.add(report);
    var found = new ArrayList<Diagnostic>();
    report.diagnostics().forEach(one -> found.add(weighed(one)));
    found.addAll(rewritten(shown));
    var standing =
        found.stream()
            .filter(Diagnostic::isError)
            .map(ReleaseRows::standing)
            .min(Standing::compareTo)
            .orElse(Standing.HOLDS);
    rows.add(
        new Verification.Row(
            "release", word(report, standing), evidence(shown, report), standing, found));
  }

  private ReleaseReport report(Shown.ShownRelease shown) {
    var check = ReleaseCheck.by(anchors.signers());
    return shown
        .sealed()
        .map(table -> check.check(shown.release(), lock.sha256(), table, shown.name()))
        .orElseGet(() -> check.check(shown.release(), lock.sha256(), shown.name()));
  }

  /** Entries that the custodian saw must still be there. */
  private List<Diagnostic> rewritten(Shown.ShownRelease shown) {
    var head = shown.release().statement().head();
    return ledger
        .flatMap(
            known ->
                known
                    .study()
                    .map(
                        study ->
                            CheckpointCheck.findings(
                                known, Checkpoint.of(study, head), shown.name())))
        .orElse(List.of());
  }

  /** That nobody vouches for a release proves nothing, and is held against nobody. */
  private static Diagnostic weighed(Diagnostic finding) {
    return switch (finding.rule()) {
      case RELEASE_UNSIGNED -> finding.weighing(Severity.WARNING);
      case SIGNATURES_TOO_FEW ->
          finding
              .weighing(Severity.WARNING)
              .help("get the custodian's public key from them, and name it with `--signer FILE`");
      default -> finding;
    };
  }

  private static Standing standing(Diagnostic finding) {
    return finding.rule() == Rule.RELEASE_FOR_OTHER_LOCK ? Standing.OUT_OF_ORDER : Standing.CHANGED;
  }

  private static String word(ReleaseReport report, Standing standing) {
    if (standing == Standing.OUT_OF_ORDER) {
      return "for another lock";
    }
    if (standing != Standing.HOLDS) {
      return "changed";
    }
    return report.isAccepted() ? "ok" : "by nobody you accept";
  }

  private static String evidence(Shown.ShownRelease shown, ReleaseReport report) {
    var who = report.custodians();
    var statement = shown.release().statement();
    var what =
        statement
            .participant()
            .map(one -> one + " alone, in an emergency")
            .orElse("the whole table");
    return statement.fileName() + ", " + what + (who.isEmpty() ? "" : ", signed by " + who);
  }
}
