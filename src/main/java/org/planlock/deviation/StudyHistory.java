package org.planlock.deviation;

import java.util.List;

/**
 * What a study's ledger shows beside a lock.
 *
 * @param earlierPlans ids of other plans on the same data that were locked before it
 * @param earlierExecutions numbers of the entries at which it was executed before
 * @param amendments every value that was changed between the first lock of the plan and this one
 */
public record StudyHistory(
    List<String> earlierPlans, List<Long> earlierExecutions, List<AmendedValue> amendments) {
  /** Nothing else that anybody can see. */
  public static final StudyHistory NONE = new StudyHistory(List.of(), List.of(), List.of());

  public StudyHistory {
    earlierPlans = List.copyOf(earlierPlans);
    earlierExecutions = List.copyOf(earlierExecutions);
    amendments = List.copyOf(amendments);
  }
}
