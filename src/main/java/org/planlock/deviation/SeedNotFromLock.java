package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;

/** Finds random numbers that were not drawn from the registered seed. */
final class SeedNotFromLock implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.usedValues().changes().stream()
        .filter(SeedNotFromLock::concerns)
        .map(
            used ->
                ChangedSetting.deviation(
                        used, Rule.SEED_NOT_FROM_LOCK, DeviationSeverity.S3, evidence)
                    .note("a seed that can be drawn again can be drawn until the result pleases"));
  }

  static boolean concerns(UsedValue used) {
    return used.path().endsWith(".seed") || used.path().contains(".seed.");
  }
}
