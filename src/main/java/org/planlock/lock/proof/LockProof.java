package org.planlock.lock.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Verification;
import org.planlock.lock.ledger.LedgerFolder;

/**
 * Adds to a verification what is known of a lock beyond its own integrity.
 *
 * @param anchors what the verifier believes beforehand
 * @param asked how much must be proven
 * @param ledger where the study's ledger would be; none if it is not to be looked at
 * @param earliest before this no program could have made a lock
 */
public record LockProof(
    Anchors anchors, Asked asked, Optional<LedgerFolder> ledger, Instant earliest) {

  /**
   * The same verification with rows on time, signatures and ledger, and the level that the time
   * reaches.
   *
   * @param name what messages call the lock
   */
  public Verification of(Verification found, PlanLock lock, String name) {
    var rows = new ArrayList<>(found.rows());
    var time = new TimeRows(lock, anchors, earliest, asked.time(), name);
    rows.addAll(time.rows());
    rows.addAll(new SignatureRows(lock, anchors, time.time(), asked.signatures(), name).rows());
    ledger.ifPresent(
        folder -> rows.addAll(new LedgerRows(lock, folder, anchors.checkpoints()).rows()));
    return new Verification(rows, found.differences(), time.level().name());
  }
}
