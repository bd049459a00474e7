package org.planlock.lock.ledger;

import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.Amendment;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.Timing;

/** A lock file for tests, and the steps that make it count. */
record LockSteps(Sha256 lock, LockCopy copy) {
  static LockSteps lock(String words) {
    return new LockSteps(
        Bodies.digest(words), LockCopy.of(Ledgers.bytes("{\"lock\":\"" + words + "\"}\n")));
  }

  LedgerStep step() {
    return LedgerStep.of(new Locking(locked()), copy);
  }

  LedgerStep amendedBy(String words, Timing timing) {
    var later = lock(words);
    return LedgerStep.of(
        new Amendment(later.locked(), lock, "a wrong column", timing), later.copy());
  }

  private LockedPlan locked() {
    return new LockedPlan(lock, copy.digest(), "ketamine", Optional.empty());
  }
}
