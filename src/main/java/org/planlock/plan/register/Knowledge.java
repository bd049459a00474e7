package org.planlock.plan.register;

import java.util.Optional;
import org.planlock.plan.value.PartOf;

/** How far one table is known when the plan is written. */
public record Knowledge(String table, State state, Optional<PartOf> participants) {
  /** What anybody named in the plan has seen of it. */
  public enum State {
    NOT_COLLECTED,
    COLLECTING,
    COLLECTED_UNSEEN,
    BLIND_REVIEWED,
    SEEN
  }
}
