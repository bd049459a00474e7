package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.Supersession;
import org.planlock.lock.ledger.entry.Amendment;
import org.planlock.lock.ledger.entry.DeclaredDeviation;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.ExecutionStart;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.RecordedFile;
import org.planlock.lock.ledger.entry.Sealing;
import org.planlock.lock.ledger.entry.StudyName;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.ledger.entry.Unblinding;

/** Records in the ledger of a study what is done with its locks. */
public final class StudyLedger {
  private static final String NAMELESS = "study";

  /** The first line names the study and who began it; no such line is longer. */
  private static final int LONGEST_BEGINNING = 64 << 10;

  private final LedgerFolder folder;
  private final LedgerWriter writer;

  /**
   * The ledger in a study's folder.
   *
   * @param clock for the time in each entry, which nobody attests
   * @param actor who writes, in their own words
   */
  public StudyLedger(LedgerFolder folder, InstantSource clock, String actor) {
    this.folder = folder;
    this.writer = LedgerWriter.of(folder, clock, actor);
  }

  /** Those of the tables that an execution will read whose digests the lock has. */
  public static List<RecordedFile> sealed(PlanLock lock) {
    return lock.statement().tables().stream()
        .flatMap(
            table ->
                table.fingerprint().stream()
                    .map(print -> new RecordedFile(table.path(), print.sha256(), print.bytes())))
        .toList();
  }

  /** Whether there is one yet. */
  public boolean exists() {
    return folder.hasLedger();
  }

  /** What it says, or why it cannot be relied on. */
  public Checked<LedgerState> state() {
    var read = LedgerReader.read(folder.ledger());
    return read.isSound() ? read.map(Ledger::state) : Checked.failed(read.diagnostics());
  }

  /** The lock file of a lock that the ledger knows, as it was made. */
  public Checked<byte[]> copy(RecordedLock lock) {
    return new LockCopies(folder).read(lock.locked().copy());
  }

  /** Records the first lock of a plan; the entry is what makes it count. */
  public Checked<Appended> lock(PlanLock lock) {
    var copy = LockCopy.of(LockFile.bytes(lock));
    return begun().then(yes -> writer.append(LedgerStep.of(new Locking(locked(lock, copy)), copy)));
  }

  /**
   * Records a lock that takes the place of another, which is recorded too where the ledger does not
   * know it.
   *
   * @param parent the other lock
   */
  public Checked<Appended> amend(PlanLock lock, PlanLock parent, Timing timing) {
    var reason = lock.statement().supersession().map(Supersession::reason).orElseThrow();
    var copy = LockCopy.of(LockFile.bytes(lock));
    var body = new Amendment(locked(lock, copy), parent.sha256(), reason, timing);
    return begun().then(yes -> known(parent)).then(yes -> writer.append(LedgerStep.of(body, copy)));
  }

  /**
   * Records that an execution is about to read its data, before it does.
   *
   * @return the number of the entry
   */
  public Checked<Long> begin(PlanLock lock, List<RecordedFile> data) {
    return begin(new ExecutionStart(lock.sha256(), data)).map(appended -> appended.entry().seq());
  }

  /** Records the beginning of an execution, which may be the first that happens in a study. */
  public Checked<Appended> begin(ExecutionStart start) {
    return begun().then(yes -> writer.append(start));
  }

  /** Records that whoever analyses comes to know the outcome, before they do. */
  public Checked<Appended> unblind(Unblinding unblinding) {
    return writer.append(unblinding);
  }

  /** Records that somebody says where the analysis departs from the plan. */
  public Checked<Appended> declare(DeclaredDeviation deviation) {
    return writer.append(deviation);
  }

  /** Records what was sealed; this may be the first that happens in a study. */
  public Checked<Appended> seal(Sealing sealing) {
    return begun().then(yes -> writer.append(sealing));
  }

  /** Takes the step that is decided on from all entries, while nobody else can write. */
  public Checked<Appended> decide(LedgerDecision decision) {
    return writer.decide(decision);
  }

  /** Records how an execution ended. */
  public Checked<Appended> end(ExecutionEnd end) {
    return writer.append(end);
  }

  private Checked<Boolean> known(PlanLock parent) {
    return state()
        .then(
            state ->
                state.lock(parent.sha256()).isPresent()
                    ? Checked.of(true)
                    : lock(parent).map(appended -> true));
  }

  private Checked<Boolean> begun() {
    if (hasEntry()) {
      return Checked.of(true);
    }
    var begun = writer.begin(name());
    // somebody else may have begun it meanwhile
    return begun.isSound() || hasEntry() ? Checked.of(true) : Checked.failed(begun.diagnostics());
  }

  /** Whoever was stopped in the very first line left a ledger that has yet to begin. */
  private boolean hasEntry() {
    if (!exists()) {
      return false;
    }
    try (var stream = Files.newInputStream(folder.ledger())) {
      for (byte one : stream.readNBytes(LONGEST_BEGINNING)) {
        if (one == '\n') {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // whoever writes to it says what is wrong
      return true;
    }
  }

  /** The name of the study's folder, so far as it can stand in a checkpoint. */
  private String name() {
    var study = folder.root().toAbsolutePath().normalize().getParent();
    return Optional.ofNullable(study)
        .map(Path::getFileName)
        .map(Path::toString)
        .filter(StudyName::isFit)
        .orElse(NAMELESS);
  }

  /** The digest of a private plan would let short plans be guessed. */
  private static LockedPlan locked(PlanLock lock, LockCopy copy) {
    var plan =
        lock.statement().concealment().isPresent()
            ? Optional.<Sha256>empty()
            : Optional.of(lock.planDigest().sha256());
    return new LockedPlan(lock.sha256(), copy.digest(), lock.statement().planId(), plan);
  }
}
