package org.planlock.deviation;

import java.util.List;

/**
 * What plan and trace come to with the declarations that stand in the results.
 *
 * @param deviations as they were disclosed there
 */
record ToldJudgement(Labels labels, Verdict verdict, List<Deviation> deviations) {
  ToldJudgement {
    deviations = List.copyOf(deviations);
  }

  static ToldJudgement of(Reported reported, Evidence evidence) {
    var alone = evidence.alone();
    var found = DeviationReport.of(alone);
    var told = new ToldDisclosure(reported, alone);
    var disclosed =
        new DeviationReport(found.deviations().stream().map(told::of).toList(), found.gaps());
    return new ToldJudgement(
        Labels.of(alone, disclosed.deviations(), alone.lock().isPresent()),
        Judgement.verdict(disclosed, alone, LockStanding.INTACT),
        disclosed.deviations());
  }
}
