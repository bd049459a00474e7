package org.planlock.execution.fit;

import java.util.List;
import org.planlock.execution.DesignMaker;
import org.planlock.execution.Progress;
import org.planlock.execution.RawColumns;
import org.planlock.execution.UsedSettings;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.Plan;
import org.planlock.trace.TraceSink;

/**
 * What fitting needs besides a model.
 *
 * @param designs makes the design for each fold
 * @param rows values that enter no design, such as a column of given folds
 * @param analysisSet the analysed participants in their registered row order
 * @param plan the plan that is carried out
 * @param digest of the registered plan, from which random numbers come
 * @param threads how many may be used; results do not depend on it
 * @param nested whether outer loops are carried out
 * @param bothSolves whether penalised models are also solved by the way that is not registered
 */
public record FitContext(
    DesignMaker designs,
    RawColumns rows,
    List<String> analysisSet,
    Plan plan,
    PlanDigest digest,
    int threads,
    boolean nested,
    boolean bothSolves,
    Progress progress,
    UsedSettings settings,
    TraceSink sink) {
  public FitContext {
    analysisSet = List.copyOf(analysisSet);
  }
}
