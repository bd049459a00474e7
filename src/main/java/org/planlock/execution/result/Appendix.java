package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;
import org.planlock.trace.TraceValue;

/**
 * What the comparison of plan and trace came to beside the deviations; each part is left out of the
 * results file where it is empty.
 *
 * @param gaps what the trace does not tell
 * @param notFound declarations of what the trace does not show
 * @param amendments values that were amended before the execution
 * @param lockedLate why the outcome could be known before the plan was locked, if it could
 * @param effect how the results differ from those of the plan as it is locked, where it was
 *     measured
 */
public record Appendix(
    List<TraceValue.Fields> gaps,
    List<TraceValue.Fields> notFound,
    List<TraceValue.Fields> amendments,
    Optional<String> lockedLate,
    Optional<TraceValue.Fields> effect) {
  /** Nothing. */
  public static final Appendix NONE =
      new Appendix(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

  public Appendix {
    gaps = List.copyOf(gaps);
    notFound = List.copyOf(notFound);
    amendments = List.copyOf(amendments);
  }

  /** The same with a measured effect. */
  public Appendix with(TraceValue.Fields measured) {
    return new Appendix(gaps, notFound, amendments, lockedLate, Optional.of(measured));
  }
}
