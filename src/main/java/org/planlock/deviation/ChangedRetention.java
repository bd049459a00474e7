package org.planlock.deviation;

import org.planlock.diagnostic.Rule;

/** Finds another rule for what is retained. */
final class ChangedRetention implements SettingKind {
  @Override
  public Rule rule() {
    return Rule.CHANGED_RETENTION;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "what counts as not zero decides what a paper can claim";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return used.isWithin("retained");
  }
}
