package org.planlock.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.RegularFile;
import org.planlock.lock.commitment.Commitment;
import org.planlock.lock.commitment.CommitmentFile;
import org.planlock.lock.commitment.LockedFields;
import org.planlock.lock.ledger.RecordedLock;
import org.planlock.lock.ledger.StudyLedger;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.source.Span;

/**
 * Makes a lock count: an entry in the ledger first, the file beside the plan after it. Whoever is
 * stopped in between finds the file restored by the next call.
 */
final class LockRecording {
  private final Surroundings surroundings;
  private final String plan;
  private final StudyLedger ledger;

  /**
   * @param plan the plan as typed, beside which lock and ledger lie
   */
  LockRecording(Surroundings surroundings, String plan) {
    this.surroundings = surroundings;
    this.plan = plan;
    this.ledger = ledger(surroundings, plan);
  }

  /** The ledger of the study that a plan or lock belongs to. */
  static StudyLedger ledger(Surroundings surroundings, String typed) {
    return new StudyLedger(
        surroundings.ledgerOf(typed), surroundings.clock(), surroundings.person());
  }

  /** The name of a plan's lock, as the user would type it. */
  String name(PlanLock lock) {
    return Path.of(plan).resolveSibling(lock.statement().planId() + ".lock").toString();
  }

  /** Writes the first lock of a plan. */
  Checked<WrittenLock> first(PlanLock lock) {
    var recorded = ledger.lock(lock);
    if (recorded.isSound()) {
      return created(lock, LockFile.bytes(lock), false);
    }
    return restored(lock, recorded);
  }

  /** Writes what may be published of a private lock, beside it; nothing of a public one. */
  private Checked<Optional<String>> commitment(PlanLock lock) {
    if (lock.statement().concealment().isEmpty()) {
      return Checked.of(Optional.empty());
    }
    var name = Path.of(plan).resolveSibling(lock.statement().planId() + ".commitment").toString();
    return LockedFields.of(lock)
        .map(Commitment::of)
        .map(to -> lock.time().stream().reduce(to, Commitment::with, (one, other) -> other))
        .then(to -> AtomicFile.onDisk().replace(surroundings.file(name), CommitmentFile.bytes(to)))
        .map(path -> Optional.of(name));
  }

  /** Writes a lock in the place of another. */
  Checked<WrittenLock> amendment(PlanLock lock, PlanLock parent, Timing timing) {
    var recorded = ledger.amend(lock, parent, timing);
    if (recorded.isSound()) {
      return replaced(lock, false);
    }
    return active(lock)
        .filter(later -> supersedes(later, parent))
        .map(later -> replaced(later, true))
        .orElseGet(() -> Checked.failed(recorded.diagnostics()));
  }

  private static boolean supersedes(PlanLock later, PlanLock parent) {
    return later
        .statement()
        .supersession()
        .filter(earlier -> earlier.lock().equals(parent.sha256()))
        .isPresent();
  }

  private Checked<WrittenLock> replaced(PlanLock lock, boolean isRestored) {
    var name = name(lock);
    var written =
        commitment(lock)
            .then(
                committed ->
                    AtomicFile.onDisk()
                        .replace(surroundings.file(name), LockFile.bytes(lock))
                        .map(path -> new WrittenLock(lock, name, committed, isRestored)));
    return written.isSound() ? written : unwritten(written, name);
  }

  /** The file of a lock that the ledger has already, if it is of the very same plan. */
  private Checked<WrittenLock> restored(PlanLock lock, Checked<?> refused) {
    return active(lock)
        .map(earlier -> created(earlier, LockFile.bytes(earlier), true))
        .orElseGet(() -> Checked.failed(refused.diagnostics()));
  }

  /** The lock in force of the very same plan, as the ledger keeps it. */
  private Optional<PlanLock> active(PlanLock lock) {
    return ledger
        .state()
        .value()
        .flatMap(state -> state.active(lock.statement().planId()))
        .flatMap((RecordedLock active) -> ledger.copy(active).value())
        .flatMap(bytes -> LockFile.parse(bytes, name(lock)).value())
        .filter(earlier -> earlier.planDigest().equals(lock.planDigest()));
  }

  private Checked<WrittenLock> created(PlanLock lock, byte[] bytes, boolean isRestored) {
    var name = name(lock);
    var written =
        commitment(lock)
            .then(
                committed ->
                    AtomicFile.onDisk()
                        .create(surroundings.file(name), bytes)
                        .map(path -> new WrittenLock(lock, name, committed, isRestored)));
    if (written.isSound()) {
      return written;
    }
    return isThere(name, bytes)
        ? Checked.of(new WrittenLock(lock, name, Optional.empty(), isRestored))
        : unwritten(written, name);
  }

  private static Checked<WrittenLock> unwritten(Checked<WrittenLock> written, String name) {
    return Checked.failed(
        written.diagnostics().stream().map(finding -> renamed(finding, name)).toList());
  }

  /** Somebody who locks the same plan in this moment may have taken the file from the ledger. */
  private boolean isThere(String name, byte[] bytes) {
    return RegularFile.read(surroundings.file(name), name, bytes.length)
        .value()
        .filter(there -> Arrays.equals(there, bytes))
        .isPresent();
  }

  private static Diagnostic renamed(Diagnostic finding, String name) {
    return Diagnostic.at(
            Span.none(name), finding.rule(), "the lock `" + name + "` cannot be written")
        .note("the study's ledger has it already: nothing is lost")
        .help("check that the folder may be written to, and that the disk is not full")
        .help("give the same command again: the file is then restored from the ledger");
  }
}
