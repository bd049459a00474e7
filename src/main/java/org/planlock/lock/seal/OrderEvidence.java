package org.planlock.lock.seal;

import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Ledger;

/**
 * Everything that can tell what came first; each part but the lock may be missing.
 *
 * @param lock digest of the statement of the lock
 * @param ledger of the study, read and found whole
 * @param release what was found about the release
 * @param result what the result names
 * @param times that people outside vouch for
 */
public record OrderEvidence(
    Sha256 lock,
    Optional<Ledger> ledger,
    Optional<ReleaseReport> release,
    Optional<ResultHashes> result,
    Optional<TrustedTimes> times) {
  /** A lock alone. */
  public static OrderEvidence of(Sha256 lock) {
    return new OrderEvidence(
        lock, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with the ledger of the study. */
  public OrderEvidence with(Ledger found) {
    return new OrderEvidence(lock, Optional.of(found), release, result, times);
  }

  /** The same with a release that was checked against the lock and the sealed file. */
  public OrderEvidence with(ReleaseReport found) {
    return new OrderEvidence(lock, ledger, Optional.of(found), result, times);
  }

  /** The same with what a result names. */
  public OrderEvidence with(ResultHashes found) {
    return new OrderEvidence(lock, ledger, release, Optional.of(found), times);
  }

  /** The same with times from outside. */
  public OrderEvidence with(TrustedTimes found) {
    return new OrderEvidence(lock, ledger, release, result, Optional.of(found));
  }

  /** The release, if an accepted custodian opened everything for this lock with it. */
  Optional<ReleaseReport> soundRelease() {
    return release.filter(report -> report.isAccepted() && report.release().key().isPresent());
  }
}
