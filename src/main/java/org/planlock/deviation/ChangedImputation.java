package org.planlock.deviation;

import java.util.Set;
import org.planlock.diagnostic.Rule;

/** Finds another rule for missing values than the registered one. */
final class ChangedImputation implements SettingKind {
  @Override
  public Rule rule() {
    return Rule.CHANGED_IMPUTATION;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "a value that was never measured is made by the rule that fills it";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return Set.of(FieldCheck.F1, FieldCheck.F3, FieldCheck.F4).stream()
        .anyMatch(FieldCheck.at(used.path())::contains);
  }
}
