package org.planlock.plan.fit;

import java.util.List;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Spelled;
import org.planlock.plan.value.Technical;

/** The registered penalty strengths: spaced between two ends, or listed. */
public sealed interface LambdaRule permits LambdaRule.Spaced, LambdaRule.Listed {
  /** So many values between two ends. */
  record Spaced(
      @Between(low = 2, high = 100000) int values,
      Spacing spacing,
      LambdaEnd from,
      LambdaEnd to,
      @Technical("both included") Ends ends)
      implements LambdaRule {}

  /** These values. */
  record Listed(@Between(low = 0) List<Decimal> listed) implements LambdaRule {}

  /** How values lie between the ends. */
  enum Spacing {
    LOG_SPACED,
    EVENLY_SPACED
  }

  /** Whether the ends are values themselves. */
  enum Ends implements Spelled {
    BOTH_INCLUDED;

    @Override
    public String spelling() {
      return "both included";
    }
  }
}
