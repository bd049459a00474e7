package org.planlock.lock.ledger;

import java.util.Optional;
import org.planlock.lock.ledger.entry.Amendment;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;

/**
 * One step of a study: a file that must be there first, and the entry that makes it count.
 *
 * @param copy the lock file of a lock or an amendment; none of any other entry
 */
public record LedgerStep(EntryBody body, Optional<LockCopy> copy) {
  public LedgerStep {
    if (!locked(body).map(LockedPlan::copy).equals(copy.map(LockCopy::digest))) {
      throw new IllegalArgumentException("the entry names another lock file than the one at hand");
    }
  }

  /** A step that is an entry alone. */
  public static LedgerStep of(EntryBody body) {
    return new LedgerStep(body, Optional.empty());
  }

  /** A lock or an amendment with its lock file. */
  public static LedgerStep of(EntryBody body, LockCopy copy) {
    return new LedgerStep(body, Optional.of(copy));
  }

  private static Optional<LockedPlan> locked(EntryBody body) {
    if (body instanceof Locking locking) {
      return Optional.of(locking.locked());
    }
    return body instanceof Amendment amendment ? Optional.of(amendment.locked()) : Optional.empty();
  }
}
