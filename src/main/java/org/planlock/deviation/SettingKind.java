package org.planlock.deviation;

import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;

/** A kind of deviation that shows in the values which an analysis says it used. */
interface SettingKind extends DeviationDetector {
  Rule rule();

  DeviationSeverity floor(UsedValue used);

  /** Why it matters, in one sentence. */
  String note();

  /** Whether a changed value is of this kind. */
  boolean concerns(UsedValue used, Evidence evidence);

  @Override
  default Stream<Finding> detect(Evidence evidence) {
    return evidence.usedValues().changes().stream()
        .filter(used -> concerns(used, evidence))
        .map(used -> ChangedSetting.deviation(used, rule(), floor(used), evidence).note(note()));
  }
}
