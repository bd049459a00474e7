package org.planlock.execution.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Deviation;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.Foreknowledge;
import org.planlock.execution.conduct.ExecutionRequest;
import org.planlock.lock.PlanLock;
import org.planlock.plan.BoundPlan;
import org.planlock.trace.Trace;

/**
 * What a script works on.
 *
 * @param request the plan to carry out and the data; its sink records all
 * @param registered the plan as locked, with which all is compared
 * @param lock none where the plan was never locked
 * @param declared what was admitted before the script began
 * @param told is given each deviation as it is found
 */
public record ScriptBasis(
    ExecutionRequest request,
    BoundPlan registered,
    Optional<PlanLock> lock,
    Foreknowledge foreknowledge,
    DeclaredDeviations declared,
    Consumer<List<Deviation>> told) {

  Evidence evidence(Trace trace) {
    return new Evidence(registered, lock, trace, foreknowledge);
  }
}
