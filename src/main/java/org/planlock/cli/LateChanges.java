package org.planlock.cli;

import java.util.Optional;
import org.planlock.EarlierKnowledge;
import org.planlock.LedgerKnowledge;
import org.planlock.deviation.Foreknowledge;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.StudyLedger;

/**
 * What a study's ledger says was known before a lock, read while something else is done.
 *
 * @param state what the ledger says, if there is one that can be relied on
 */
record LateChanges(StudyLedger ledger, Meanwhile<Optional<LedgerState>> state) {
  /** Begins to read a ledger; what comes after a lock does not matter, so it may be read early. */
  static LateChanges in(StudyLedger ledger) {
    return new LateChanges(
        ledger, Meanwhile.begin(() -> ledger.exists() ? ledger.state().value() : Optional.empty()));
  }

  /** What may have been known before a lock, or before what it changed. */
  Foreknowledge before(PlanLock lock) {
    return before(lock, Optional.empty());
  }

  /** The same, seen from the execution that left the trace of this digest. */
  Foreknowledge before(PlanLock lock, Optional<Sha256> trace) {
    var known = state.result();
    var before = new EarlierKnowledge(ledger).before(known, lock, trace);
    return known
        .map(entries -> before.before(new LedgerKnowledge(entries).of(lock.sha256())))
        .orElse(before);
  }
}
