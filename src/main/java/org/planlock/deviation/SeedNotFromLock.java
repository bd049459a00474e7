package org.planlock.deviation;

import org.planlock.diagnostic.Rule;

/** Finds random numbers that were not drawn from the registered seed. */
final class SeedNotFromLock implements SettingKind {
  static final String NOTE = "a seed that can be drawn again can be drawn until the result pleases";

  @Override
  public Rule rule() {
    return Rule.SEED_NOT_FROM_LOCK;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return NOTE;
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return isSeed(used.path());
  }

  static boolean isSeed(String path) {
    return path.endsWith(".seed") || path.contains(".seed.");
  }
}
