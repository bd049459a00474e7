package org.planlock.plan.fit;

import java.util.List;
import org.planlock.plan.value.Tolerance;

/** Which of several equally good cells is chosen. */
public record Ties(Tolerance within, List<Preference> prefer) {
  /** A direction to prefer; the first that decides, decides. */
  public enum Preference {
    LARGER_L1_RATIO,
    SMALLER_L1_RATIO,
    LARGER_LAMBDA,
    SMALLER_LAMBDA
  }
}
