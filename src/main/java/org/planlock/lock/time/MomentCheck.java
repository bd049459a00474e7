package org.planlock.lock.time;

import java.time.Duration;
import java.time.Instant;
import org.planlock.diagnostic.Rule;

/** Whether a stamp can be of the moment that it states. */
record MomentCheck(TimeVerifier verifier, StampFindings found) {
  /** How far two clocks may differ that both are right. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  void check(Instant genTime) {
    var now = verifier.clock().instant();
    if (genTime.isBefore(verifier.earliest())) {
      found.add(
          Rule.TIME_IMPOSSIBLE,
          "the time stamp is of " + genTime + ", before this program existed",
          "this program was released on " + verifier.earliest() + ", and no lock is older");
    } else if (now.isBefore(verifier.earliest())) {
      found.addHelped(
          Rule.TIME_IMPOSSIBLE,
          "the clock of this computer is wrong: it shows " + now,
          "this program was released on " + verifier.earliest() + ", so it is later than that",
          "set the clock, then verify again");
    } else if (genTime.isAfter(now.plus(SKEW))) {
      found.addHelped(
          Rule.TIME_IMPOSSIBLE,
          "the time stamp is of " + genTime + ", which is in the future",
          "the clock of this computer shows " + now,
          "check that clock; if it is right, do not believe the authority");
    }
  }
}
