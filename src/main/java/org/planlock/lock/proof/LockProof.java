package org.planlock.lock.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Verification;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.ledger.LedgerReader;

/**
 * Adds to a verification what is known of a lock beyond its own integrity.
 *
 * @param anchors what the verifier believes beforehand
 * @param asked how much must be proven
 * @param ledger where the study's ledger would be; none if it is not to be looked at
 * @param earliest before this no program could have made a lock
 * @param shown what the verifier was shown beside the lock
 */
public record LockProof(
    Anchors anchors, Asked asked, Optional<LedgerFolder> ledger, Instant earliest, Shown shown) {

  /**
   * The same verification with rows on time, signatures, ledger, releases, result and order, and
   * the level that the time reaches.
   *
   * @param name what messages call the lock
   */
  public Verification of(Verification found, PlanLock lock, String name) {
    var rows = new ArrayList<>(found.rows());
    var time = new TimeRows(lock, anchors, earliest, asked.time(), name);
    rows.addAll(time.rows());
    rows.addAll(new SignatureRows(lock, anchors, time.time(), asked.signatures(), name).rows());
    Optional<Checked<Ledger>> read =
        ledger.filter(LedgerFolder::hasLedger).map(LedgerFolder::ledger).map(LedgerReader::read);
    ledger.ifPresent(folder -> rows.addAll(new LedgerRows(lock, folder, anchors).rows(read)));
    var whole = read.filter(Checked::isSound).flatMap(Checked::value);
    var releases = new ReleaseRows(lock, anchors, whole, shown);
    rows.addAll(releases.rows());
    shown
        .result()
        .ifPresent(result -> rows.addAll(new ResultRows(lock, whole, shown, result).rows()));
    rows.add(
        new OrderRow(lock, name, whole, releases.reports(), shown, time.attested(), asked.order())
            .row());
    return new Verification(rows, found.differences(), time.level().name());
  }
}
