package org.planlock.lock.seal;

import java.time.Instant;

/**
 * Times that people outside vouch for; nothing here comes from a file of the analyst.
 *
 * <p>A time stamp says that something was there <em>at the latest</em> then. That a lock was
 * stamped before the data were stamped does not order the two: the data may have been there long
 * before. What is needed of the outcome is the other bound.
 *
 * @param lockedAtTheLatest when the lock was there, by a time stamp that the verifier trusts
 * @param openedAtTheEarliest before when nobody who analyses can have known the outcome, by whoever
 *     held it: the delivery by a data centre, the end of the last visit
 */
public record TrustedTimes(Instant lockedAtTheLatest, Instant openedAtTheEarliest) {
  /** Whether they leave only one order. */
  public boolean areOrdered() {
    return lockedAtTheLatest.isBefore(openedAtTheEarliest);
  }
}
