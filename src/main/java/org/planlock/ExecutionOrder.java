package org.planlock;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Foreknowledge;
import org.planlock.execution.Progress;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.lock.PlanLock;
import org.planlock.plan.BoundPlan;

/**
 * What is to be executed, on which data, and what was said on top of the plan.
 *
 * @param plan as registered, with the places of its source where they are known
 * @param lock none where the plan was never locked
 * @param data the folder of the tables
 * @param accepted columns whose values may lie outside their contract, each with the reason
 * @param exploratory whether it is called exploratory whatever is locked
 * @param access how the data are come by that do not lie in clear in the folder
 * @param foreknowledge what the study's ledger says was known before the lock
 */
public record ExecutionOrder(
    BoundPlan plan,
    Optional<PlanLock> lock,
    Path data,
    List<PlanSetting> settings,
    SampleRequest sample,
    Map<String, String> accepted,
    DeclaredDeviations declared,
    boolean exploratory,
    int threads,
    Progress progress,
    DataAccess access,
    Foreknowledge foreknowledge) {
  public ExecutionOrder {
    settings = List.copyOf(settings);
    accepted = Map.copyOf(accepted);
  }

  /** The locked plan as it stands, on one thread. */
  public static ExecutionOrder of(BoundPlan plan, PlanLock lock, Path data) {
    return new ExecutionOrder(
        plan,
        Optional.of(lock),
        data,
        List.of(),
        SampleRequest.AS_PLANNED,
        Map.of(),
        DeclaredDeviations.NONE,
        false,
        1,
        Progress.silent(),
        DataAccess.PLAIN,
        Foreknowledge.NONE);
  }

  /** The same with other values on top of the plan. */
  public ExecutionOrder with(List<PlanSetting> other) {
    return new ExecutionOrder(
        plan,
        lock,
        data,
        other,
        sample,
        accepted,
        declared,
        exploratory,
        threads,
        progress,
        access,
        foreknowledge);
  }

  /** The same with data that are come by otherwise; blind ones confirm nothing. */
  public ExecutionOrder with(DataAccess other) {
    return new ExecutionOrder(
        plan,
        lock,
        data,
        settings,
        sample,
        accepted,
        declared,
        exploratory || other.blind().isPresent(),
        threads,
        progress,
        other,
        foreknowledge);
  }

  /** The same with what was known before the lock. */
  public ExecutionOrder with(Foreknowledge other) {
    return new ExecutionOrder(
        plan,
        lock,
        data,
        settings,
        sample,
        accepted,
        declared,
        exploratory,
        threads,
        progress,
        access,
        other);
  }
}
