package org.planlock.deviation;

import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;

/** Finds another visit, run or time point than the registered one. */
final class ChangedVisit implements SettingKind {
  @Override
  public Rule rule() {
    return Rule.CHANGED_VISIT;
  }

  @Override
  public DeviationSeverity floor(UsedValue used) {
    return DeviationSeverity.S3;
  }

  @Override
  public String note() {
    return "of several visits one can always be found that fits";
  }

  @Override
  public boolean concerns(UsedValue used, Evidence evidence) {
    return Set.of(FieldCheck.B3, FieldCheck.D6).stream()
            .anyMatch(FieldCheck.at(used.path())::contains)
        || VariableChange.of(used, evidence).filter(rule()::equals).isPresent();
  }

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return Stream.concat(OutcomeFormula.found(this, evidence), SettingKind.super.detect(evidence));
  }
}
