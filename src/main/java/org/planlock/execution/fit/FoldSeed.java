package org.planlock.execution.fit;

import org.planlock.lock.PlanDigest;
import org.planlock.plan.value.Seed;
import org.planlock.stats.Sha256Counter;
import org.planlock.stats.StepSeed;

/** The random numbers of a step and replicate, from the plan digest or from a registered number. */
final class FoldSeed {
  private final PlanDigest digest;

  FoldSeed(PlanDigest digest) {
    this.digest = digest;
  }

  Sha256Counter numbers(Seed seed, String step, int replicate) {
    return StepSeed.of(seed.value(), digest.bytes(), step, replicate);
  }
}
