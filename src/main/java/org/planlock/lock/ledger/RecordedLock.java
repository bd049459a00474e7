package org.planlock.lock.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.Amendment;
import org.planlock.lock.ledger.entry.LockedPlan;

/**
 * A lock that a ledger knows.
 *
 * @param seq of the entry that made it
 * @param time of that entry
 * @param amendment why it took the place of another, if it did
 * @param supersededBy {@code seq} of the entry that took its place, if one did
 */
public record RecordedLock(
    long seq,
    Instant time,
    LockedPlan locked,
    Optional<Amendment> amendment,
    OptionalLong supersededBy) {
  /** Whether no other lock has taken its place. */
  public boolean isActive() {
    return supersededBy.isEmpty();
  }

  /** The lock whose place it took. */
  public Optional<Sha256> parent() {
    return amendment.map(Amendment::parent);
  }

  RecordedLock superseded(long by) {
    return new RecordedLock(seq, time, locked, amendment, OptionalLong.of(by));
  }
}
