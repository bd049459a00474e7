package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;

/** Finds variables with another sign or form than registered. */
final class ChangedFormula implements SettingKind {
  @Override
  public Rule rule() {
    return Rule.CHANGED_FORMULA;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "turning a difference round turns every sign round";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return VariableChange.of(used, evidence).filter(rule()::equals).isPresent();
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return Stream.concat(OutcomeFormula.found(this, evidence), SettingKind.super.detect(evidence));
  }
}
