package org.planlock.deviation;

import org.planlock.diagnostic.Rule;

/** Finds levels that were coded in another way. */
final class ChangedCoding implements SettingKind {
  @Override
  public Rule rule() {
    return Rule.CHANGED_CODING;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S2;
  }

  @Override
  public String note() {
    return "a coefficient changes its size, and may change its sign, with the code";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return FieldCheck.at(used.path()).contains(FieldCheck.G2);
  }
}
