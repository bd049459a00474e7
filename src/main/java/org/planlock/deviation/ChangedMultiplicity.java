package org.planlock.deviation;

import org.planlock.diagnostic.Rule;

/** Finds another correction for several tests, or none. */
final class ChangedMultiplicity implements SettingKind {
  @Override
  public Rule rule() {
    return Rule.CHANGED_MULTIPLICITY;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "without the registered correction chance wins more often than was promised";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return used.isWithin("inference.multiplicity");
  }
}
