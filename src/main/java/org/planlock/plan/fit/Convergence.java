package org.planlock.plan.fit;

import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.Words;

/** When a fit is done, and what happens when it is not. */
public record Convergence(
    @Technical("1e-9") @Between(low = 0, above = true) Decimal tolerance,
    @Technical("lambda_max") Words relativeTo,
    @Technical("1000000") @Between(low = 1) int iterations,
    @Technical("abort") OnFailure notConverged) {
  /** What is done with a fit that did not converge. */
  public enum OnFailure {
    ABORT,
    FLAG
  }
}
