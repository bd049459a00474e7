package org.planlock.lock.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Standing;
import org.planlock.lock.Verification;
import org.planlock.lock.ledger.Checkpoint;
import org.planlock.lock.ledger.CheckpointCheck;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.RecordedExecution;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;

/** Whether a result is of this lock, and the one that its execution wrote. */
final class ResultRows {
  private final PlanLock lock;
  private final Optional<Ledger> ledger;
  private final Shown shown;
  private final Shown.ShownResult result;

  ResultRows(PlanLock lock, Optional<Ledger> ledger, Shown shown, Shown.ShownResult result) {
    this.lock = lock;
    this.ledger = ledger;
    this.shown = shown;
    this.result = result;
  }

  List<Verification.Row> rows() {
    var rows = new ArrayList<Verification.Row>();
    rows.add(ofThisLock());
    rows.add(unchanged());
    ledger
        .flatMap(known -> result.ledger().map(head -> sameLedger(known, head)))
        .ifPresent(rows::add);
    shown.releases().stream().flatMap(one -> opened(one).stream()).forEach(rows::add);
    result
        .blind()
        .ifPresent(mark -> rows.add(row("result", "blind", mark, Standing.HOLDS, List.of())));
    result
        .known()
        .ifPresent(
            why -> rows.add(row("unblinded already", "see", why, Standing.HOLDS, List.of())));
    return rows;
  }

  private Verification.Row ofThisLock() {
    var named = result.lock().map(Object::toString).orElse("no lock");
    if (result.lock().filter(lock.sha256()::equals).isPresent()) {
      return row("result of this lock", "ok", named, Standing.HOLDS, List.of());
    }
    var finding =
        finding(Rule.RESULT_OF_OTHER_LOCK, "this is not a result of this lock")
            .note("it names " + named + ", the lock at hand is " + lock.sha256())
            .help("verify it with the lock that it names");
    return row("result of this lock", "other lock", named, Standing.CHANGED, List.of(finding));
  }

  /** The ledger holds the digest of every result; the file alone cannot tell that it was edited. */
  private Verification.Row unchanged() {
    var check = "result unchanged";
    if (ledger.isEmpty()) {
      var finding =
          finding(
                  Rule.FILE_MISSING,
                  "without the study's ledger nobody can see whether it was edited")
              .help("ask for the study's `.planlock` folder");
      return row(check, "cannot be told", "", Standing.ENVIRONMENT, List.of(finding));
    }
    var state = ledger.get().state();
    var written =
        state.executions().stream()
            .filter(one -> results(one).filter(result.sha256()::equals).isPresent())
            .findFirst();
    if (written.isPresent()) {
      return row(
          check,
          "ok",
          "as the execution of seq " + written.get().start().seq() + " wrote it",
          Standing.HOLDS,
          List.of());
    }
    var finding =
        finding(Rule.RESULT_CHANGED, "no execution in the ledger wrote this result")
            .note(
                began(state.executions())
                    .map(
                        one ->
                            "the execution of seq "
                                + one.start().seq()
                                + " began where it says, and wrote "
                                + results(one).map(Object::toString).orElse("no result"))
                    .orElse("it was edited, or is from somewhere else"))
            .help("take the file as the execution wrote it");
    return row(check, "changed", result.sha256().toString(), Standing.CHANGED, List.of(finding));
  }

  private static Optional<org.planlock.lock.Sha256> results(RecordedExecution execution) {
    return execution.end().map(end -> end.body()).flatMap(ExecutionEnd::results);
  }

  private Optional<RecordedExecution> began(List<RecordedExecution> executions) {
    return executions.stream()
        .filter(
            one -> result.ledger().filter(head -> head.size() == one.start().seq() + 1).isPresent())
        .findFirst();
  }

  private Verification.Row sameLedger(Ledger known, TreeHead head) {
    var found =
        known
            .study()
            .map(
                study -> CheckpointCheck.findings(known, Checkpoint.of(study, head), result.name()))
            .orElse(List.of());
    return row(
        "ledger of the result",
        found.isEmpty() ? "ok" : "cut or rewritten",
        head.size() + " entries when the execution began",
        found.isEmpty() ? Standing.HOLDS : Standing.CHANGED,
        found);
  }

  /** A release that the result names must be of a file that it read. */
  private Optional<Verification.Row> opened(Shown.ShownRelease one) {
    var release = one.release();
    if (!result.releases().contains(release.sha256())) {
      return Optional.empty();
    }
    boolean isRead = result.data().contains(release.statement().sealed());
    return Optional.of(
        row(
            "data of the release",
            isRead ? "ok" : "other data",
            release.statement().fileName(),
            isRead ? Standing.HOLDS : Standing.CHANGED,
            isRead
                ? List.of()
                : List.of(
                    finding(
                        Rule.RESULT_CHANGED,
                        "the result names `"
                            + one.name()
                            + "`, and did not read what that opens"))));
  }

  private Diagnostic finding(Rule rule, String message) {
    return Diagnostic.at(Span.none(result.name()), rule, message);
  }

  private static Verification.Row row(
      String check, String word, String evidence, Standing standing, List<Diagnostic> found) {
    return new Verification.Row(check, word, evidence, standing, found);
  }
}
