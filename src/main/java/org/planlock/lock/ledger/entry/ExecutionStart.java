package org.planlock.lock.ledger.entry;

import java.util.List;
import java.util.Optional;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code execute-start}: an execution is about to read the outcome. It is durable before that, so
 * that nobody can look and then say that there was no execution.
 *
 * @param lock the lock that is executed; none of a plan that was never locked
 * @param plan the id of a plan that was never locked
 * @param manner what it is called
 * @param data what it will read
 */
public record ExecutionStart(
    Optional<Sha256> lock, Optional<String> plan, Manner manner, List<RecordedFile> data)
    implements EntryBody {
  /** What an execution is called from its beginning on. */
  public enum Manner {
    /** The locked plan on the data themselves. */
    AS_LOCKED,
    /** Whatever it finds is exploratory. */
    EXPLORATORY,
    /** Labels were dealt anew, those of every outcome among them: it tells nothing of any. */
    BLIND,
    /**
     * Labels were dealt anew, and some outcome was not among them, such as where arms are blind.
     */
    BLIND_IN_PART;

    private static final List<Manner> WRITTEN = List.of(EXPLORATORY, BLIND, BLIND_IN_PART);
  }

  public ExecutionStart {
    data = List.copyOf(data);
    if (lock.isPresent() == plan.isPresent()) {
      throw new IllegalArgumentException("either a lock or an unlocked plan is executed");
    }
  }

  /** The beginning of an execution of a locked plan on the data themselves. */
  public ExecutionStart(Sha256 lock, List<RecordedFile> data) {
    this(Optional.of(lock), Optional.empty(), Manner.AS_LOCKED, data);
  }

  static ExecutionStart read(BodyFields body) {
    var plan = body.textIfAny("plan");
    return new ExecutionStart(
        plan.isPresent() ? Optional.empty() : Optional.of(body.sha256("lock")),
        plan,
        body.lacks("manner") ? Manner.AS_LOCKED : body.word("manner", Manner.WRITTEN),
        body.each("data", RecordedFile::read));
  }

  /** Whether whoever executes may come to know the outcome by it. */
  public boolean tellsTheOutcome() {
    return manner != Manner.BLIND;
  }

  /** Whether it reads what was sealed as it is. */
  public boolean opensWhatIsSealed() {
    return manner != Manner.BLIND && manner != Manner.BLIND_IN_PART;
  }

  /** Whether it is of this lock. */
  public boolean isOf(Sha256 other) {
    return lock.filter(other::equals).isPresent();
  }

  @Override
  public EntryType type() {
    return EntryType.EXECUTE_START;
  }

  @Override
  public Json.Fields json() {
    var json =
        new BodyJson()
            .withDigest("lock", lock)
            .withText("plan", plan)
            .with("data", RecordedFile.json(data));
    return manner == Manner.AS_LOCKED
        ? json.fields()
        : json.with("manner", BodyFields.word(manner)).fields();
  }
}
