package org.planlock.deviation;

import java.util.List;
import org.planlock.lock.TreeDifference;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceValue;

/**
 * A value that the analysis says it used and that is not the locked plan's.
 *
 * @param path the place that it was recorded for, or the part around all that differs
 * @param differences every place of the plan at which it makes a difference
 * @param completes whether the plan left the place open
 */
record UsedValue(
    String path,
    List<TreeDifference> differences,
    TraceValue value,
    TraceEvent event,
    boolean completes) {
  UsedValue {
    differences = List.copyOf(differences);
  }

  /** Whether a place lies in what it changes, or around it. */
  boolean touches(String otherPath) {
    return PlanPaths.related(path, otherPath)
        || differences.stream().anyMatch(each -> PlanPaths.related(each.path(), otherPath));
  }

  /** Whether all of it lies in a part of the plan. */
  boolean isWithin(String around) {
    return differences.isEmpty()
        ? PlanPaths.within(path, around)
        : differences.stream().anyMatch(each -> PlanPaths.within(each.path(), around));
  }
}
