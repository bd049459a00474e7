package org.planlock.lock.ledger.entry;

import java.util.Optional;
import org.planlock.lock.Sha256;

/**
 * A lock as a ledger names it.
 *
 * @param lock digest of its statement, which names it everywhere
 * @param copy digest of the lock file as it was written, which is the name of its copy
 * @param planId the plan's own identifier
 * @param plan digest of the plan; none of a private one, whose digest would give it away
 */
public record LockedPlan(Sha256 lock, Sha256 copy, String planId, Optional<Sha256> plan) {
  static LockedPlan read(BodyFields body) {
    return new LockedPlan(
        body.sha256("lock"), body.sha256("copy"), body.text("planId"), body.sha256IfAny("plan"));
  }

  BodyJson json() {
    return new BodyJson()
        .with("lock", lock)
        .with("copy", copy)
        .with("planId", planId)
        .withDigest("plan", plan);
  }
}
