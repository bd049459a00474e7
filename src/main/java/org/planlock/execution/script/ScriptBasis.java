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
import org.planlock.lock.Sha256;
import org.planlock.plan.BoundPlan;
import org.planlock.trace.Trace;

/**
 * What a script works on.
 *
 * @param request the plan to carry out and the data; its sink records all
 * @param registered the plan as locked, with which all is compared
 * @param lock none where the plan was never locked
 * @param declared what was admitted before the script began
 * @param script the digest of its text, where it has one
 * @param told is given each deviation as it is found
 */
public record ScriptBasis(
    ExecutionRequest request,
    BoundPlan registered,
    Optional<PlanLock> lock,
    Foreknowledge foreknowledge,
    DeclaredDeviations declared,
    Optional<Sha256> script,
    Consumer<List<Deviation>> told) {

  /** What was known before, and which of the script's own words the ledger knew by then. */
  Foreknowledge knowing(DeclaredDeviations admitted) {
    var known = foreknowledge.execution();
    return script
        .map(text -> foreknowledge.before(known.saidBy(text, admitted.all())))
        .orElse(foreknowledge);
  }

  Evidence evidence(Trace trace, DeclaredDeviations admitted) {
    return new Evidence(registered, lock, trace, knowing(admitted));
  }
}
