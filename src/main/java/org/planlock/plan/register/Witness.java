package org.planlock.plan.register;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Between;

/** What counts as proof of time, and how many proofs are needed. */
public record Witness(
    @Between(low = 0) int atLeast, @AsSet List<Kind> of, Optional<LateLock> lateLock) {
  /** A kind of evidence for a point in time. */
  public enum Kind {
    RFC3161,
    REGISTRY,
    LOG,
    SELF
  }

  /** What happens to a lock that comes after the data were seen. */
  public enum LateLock {
    REFUSED,
    FLAGGED
  }
}
