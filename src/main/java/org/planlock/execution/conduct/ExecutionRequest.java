package org.planlock.execution.conduct;

import java.util.List;
import org.planlock.execution.Progress;
import org.planlock.execution.sample.DataRequest;
import org.planlock.execution.sample.SampleRequest;
import org.planlock.plan.BoundPlan;
import org.planlock.trace.TraceSink;

/**
 * Everything that an execution needs.
 *
 * @param plan the plan to carry out: the registered one with the interventions in it
 * @param interventions what was changed or chosen, for the trace
 * @param exploratory whether it is called exploratory whatever is locked
 * @param threads how many may be used; results do not depend on it
 */
public record ExecutionRequest(
    BoundPlan plan,
    Registered registered,
    DataRequest data,
    SampleRequest sample,
    List<Intervention> interventions,
    boolean exploratory,
    int threads,
    Progress progress,
    TraceSink sink) {
  public ExecutionRequest {
    interventions = List.copyOf(interventions);
    if (threads < 1) {
      throw new IllegalArgumentException("threads below 1: " + threads);
    }
  }

  /** The plan as registered, on these data, on one thread, traced into the sink. */
  public static ExecutionRequest of(
      BoundPlan plan, Registered registered, DataRequest data, TraceSink sink) {
    return new ExecutionRequest(
        plan,
        registered,
        data,
        SampleRequest.AS_PLANNED,
        List.of(),
        false,
        1,
        Progress.silent(),
        sink);
  }

  /** The same on so many threads. */
  public ExecutionRequest onThreads(int count) {
    return new ExecutionRequest(
        plan, registered, data, sample, interventions, exploratory, count, progress, sink);
  }

  /** The same with others left out. */
  public ExecutionRequest with(SampleRequest other) {
    return new ExecutionRequest(
        plan, registered, data, other, interventions, exploratory, threads, progress, sink);
  }

  /** The same for a plan that is carried out otherwise. */
  public ExecutionRequest with(BoundPlan other) {
    return new ExecutionRequest(
        other, registered, data, sample, interventions, exploratory, threads, progress, sink);
  }

  /** The same, traced elsewhere. */
  public ExecutionRequest tracedTo(TraceSink other) {
    return new ExecutionRequest(
        plan, registered, data, sample, interventions, exploratory, threads, progress, other);
  }

  /** The same for another plan, traced nowhere. */
  ExecutionRequest untraced(BoundPlan other) {
    return new ExecutionRequest(
        other, registered, data, sample, List.of(), true, threads, progress, TraceSink.nowhere());
  }
}
