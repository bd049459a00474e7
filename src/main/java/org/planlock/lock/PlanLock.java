package org.planlock.lock;

import java.time.Instant;

/** The record that a plan existed in this form at this time. */
public record PlanLock(Statement statement) {
  /** The digest of the plan that was locked. */
  public PlanDigest planDigest() {
    return statement.planDigest();
  }

  /** When it was locked, by the locking machine's own clock. */
  public Instant claimedTime() {
    return statement.provenance().claimedTime();
  }

  /** The digest of the statement, which names this lock. */
  public Sha256 sha256() {
    return statement.sha256();
  }
}
