package org.planlock.lock.ledger;

import java.util.Optional;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.ExecutionStart;

/**
 * An execution that a ledger knows.
 *
 * @param start its beginning
 * @param end its end; one without was aborted, or is still going on
 */
public record RecordedExecution(
    Recorded<ExecutionStart> start, Optional<Recorded<ExecutionEnd>> end) {
  /** How far it came, as far as the ledger shows. */
  public enum Course {
    COMPLETED,
    FAILED,
    /** Stopped before it could say so, or still going on; the outcome may have been read. */
    UNFINISHED
  }

  /** Whether whoever executed may have come to know the outcome by it. */
  public boolean tellsTheOutcome() {
    return start.body().tellsTheOutcome() && end.filter(e -> e.body().isRefused()).isEmpty();
  }

  /** How far it came. */
  public Course course() {
    return end.map(e -> Course.valueOf(e.body().outcome().name())).orElse(Course.UNFINISHED);
  }
}
