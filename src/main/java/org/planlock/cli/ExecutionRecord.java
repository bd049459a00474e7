package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.planlock.Execution;
import org.planlock.ExecutionOrder;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.execution.sample.Door;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Appended;
import org.planlock.lock.ledger.StudyLedger;
import org.planlock.lock.ledger.entry.DeclaredDeviation;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.ExecutionStart;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.ledger.entry.Unblinding;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;

/**
 * What the study's ledger is told of an execution: that the outcome becomes known by it, that it
 * begins, both durably and before any table is read, and how it ended. Where a lock has no ledger
 * beside it nothing can be told.
 */
final class ExecutionRecord {
  private final StudyLedger ledger;
  private final OptionalLong start;
  private final Optional<TreeHead> head;
  private boolean isComplete;

  private ExecutionRecord(StudyLedger ledger, Optional<Appended> began) {
    this.ledger = ledger;
    this.start = began.map(b -> OptionalLong.of(b.entry().seq())).orElse(OptionalLong.empty());
    this.head = began.map(Appended::head);
  }

  /** Records the beginning; a ledger that cannot be written stops the execution. */
  static Checked<ExecutionRecord> begin(
      Surroundings surroundings, String name, ExecutionOrder order, Admission admission) {
    var ledger = LockRecording.ledger(surroundings, name);
    if (order.lock().isEmpty()) {
      return unlocked(ledger, order, admission);
    }
    var lock = order.lock().get();
    if (!ledger.exists()) {
      return Checked.of(new ExecutionRecord(ledger, Optional.empty()));
    }
    var files = new ArrayList<>(StudyLedger.sealed(lock));
    files.addAll(admission.files());
    var start =
        new ExecutionStart(Optional.of(lock.sha256()), Optional.empty(), admission.manner(), files);
    return declared(ledger, lock, order)
        .then(told -> unblinded(ledger, lock, admission))
        .then(told -> begun(ledger.begin(start), admission))
        .map(began -> new ExecutionRecord(ledger, Optional.of(began)));
  }

  /** A plan that was never locked begins the ledger of its study, if that can be written. */
  private static Checked<ExecutionRecord> unlocked(
      StudyLedger ledger, ExecutionOrder order, Admission admission) {
    boolean isThere = ledger.exists();
    var id = order.plan().plan().registration().id();
    var began =
        ledger.begin(
            new ExecutionStart(
                Optional.empty(), Optional.of(id), admission.manner(), admission.files()));
    return isThere || began.isSound()
        ? began.map(entry -> new ExecutionRecord(ledger, Optional.of(entry)))
        : Checked.of(new ExecutionRecord(ledger, Optional.empty()), List.of(unrecorded(began, id)));
  }

  private static Diagnostic unrecorded(Checked<Appended> began, String id) {
    var why = began.diagnostics().stream().map(Diagnostic::message).findFirst().orElse("");
    return Diagnostic.at(
            Span.none(id), Rule.WRITE_FAILED, "this execution is not recorded: there is no ledger")
        .weighing(Severity.WARNING)
        .note(why);
  }

  private static Checked<Appended> begun(Checked<Appended> began, Admission admission) {
    boolean isKnown = !admission.releases().isEmpty() || admission.known().isPresent();
    return began.isSound() || !isKnown
        ? began
        : Checked.failed(
            began.diagnostics().stream()
                .map(one -> one.note("the study's ledger tells already why the outcome is known"))
                .toList());
  }

  /** Tells once of each deviation that is declared, so that its time is that of its entry. */
  private static Checked<Boolean> declared(
      StudyLedger ledger, PlanLock lock, ExecutionOrder order) {
    var told = Checked.of(true);
    if (lock.statement().concealment().isPresent()) {
      return told;
    }
    var known = order.foreknowledge().execution();
    for (var claim : order.declared().all()) {
      if (!known.holds(claim)) {
        var timing = Timing.valueOf(known.timing(claim).name());
        var entry =
            new DeclaredDeviation(lock.sha256(), claim.subject(), claim.fullReason(), timing);
        told = told.then(yes -> ledger.declare(entry).map(appended -> true));
      }
    }
    return told;
  }

  /** Tells once by which release, or for which reason, the outcome is known. */
  private static Checked<Boolean> unblinded(
      StudyLedger ledger, PlanLock lock, Admission admission) {
    var told = Checked.of(true);
    for (var unblinding : unblindings(lock, admission)) {
      told =
          told.then(yes -> ledger.state())
              .then(
                  state ->
                      state.unblindings().stream().anyMatch(one -> one.body().equals(unblinding))
                          ? Checked.of(true)
                          : ledger.unblind(unblinding).map(appended -> true));
    }
    return told;
  }

  private static List<Unblinding> unblindings(PlanLock lock, Admission admission) {
    if (admission.releases().isEmpty()) {
      return admission.known().stream()
          .map(why -> new Unblinding(lock.sha256(), Optional.empty(), Optional.of(why)))
          .toList();
    }
    return admission.releases().stream()
        .map(release -> new Unblinding(lock.sha256(), Optional.of(release), admission.known()))
        .toList();
  }

  /** What the ledger was when the execution began; none where there is no ledger. */
  Optional<TreeHead> head() {
    return head;
  }

  /**
   * Records that the execution ended with these files, before anybody sees them: a result of which
   * no ledger tells would later be taken for an edited one.
   */
  Checked<Execution> complete(Execution execution, Path results, Path trace) throws IOException {
    if (start.isEmpty()) {
      return Checked.of(execution);
    }
    var end =
        new ExecutionEnd(
            start.getAsLong(),
            ExecutionEnd.Outcome.COMPLETED,
            Optional.of(Sha256.of(Files.readAllBytes(results))),
            Optional.of(Sha256.of(Files.readAllBytes(trace))),
            execution.results().verdict());
    var told = ledger.end(end);
    isComplete = told.isSound();
    return isComplete
        ? Checked.of(execution)
        : Checked.failed(
            told.diagnostics().stream()
                .map(one -> told(one).note("no result was written: no ledger would tell of it"))
                .toList());
  }

  /** A failure of the disk, with what is left all the same. */
  Diagnostic told(Diagnostic failure) {
    return start.isEmpty()
        ? failure
        : failure.note("the study's ledger tells that this execution began");
  }

  /** Records that the execution ended without a result; what is wrong with that. */
  List<Diagnostic> stop(List<Diagnostic> why) {
    if (start.isEmpty() || isComplete) {
      return List.of();
    }
    var end =
        Door.isShutBy(why)
            ? ExecutionEnd.refused(start.getAsLong())
            : ExecutionEnd.failed(start.getAsLong());
    return ledger.end(end).diagnostics().stream().filter(Diagnostic::isError).toList();
  }
}
