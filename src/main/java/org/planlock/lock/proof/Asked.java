package org.planlock.lock.proof;

import org.planlock.lock.time.TimeLevel;

/**
 * How much must be proven; less is intact, but weaker than asked.
 *
 * @param time at least this level
 * @param signatures by so many different people whom the verifier accepts
 * @param order whether it must be proven that the plan came before the outcome was known
 */
public record Asked(TimeLevel time, int signatures, boolean order) {
  /** Whatever is proven is enough. */
  public static final Asked NOTHING = new Asked(TimeLevel.T0, 0, false);
}
