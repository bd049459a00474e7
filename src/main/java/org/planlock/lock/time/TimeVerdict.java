package org.planlock.lock.time;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;

/**
 * What is to be thought of one time stamp.
 *
 * @param token what it says; none if it cannot be read
 * @param level {@link TimeLevel#T0} if there is any error, else {@code T1} or {@code T2}
 * @param diagnostics every error, and notes on what could not be checked
 */
public record TimeVerdict(
    TimeEvidence evidence,
    Optional<TimeToken> token,
    TimeLevel level,
    List<Diagnostic> diagnostics) {
  public TimeVerdict {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether it is intact and over what it should be over, whoever made it. */
  public boolean holds() {
    return level.reaches(TimeLevel.T1);
  }

  /** Whether an anchor of the verifier's vouches for it. */
  public boolean isTrusted() {
    return level.reaches(TimeLevel.T2);
  }
}
