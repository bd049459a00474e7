package org.planlock.plan.fit;

import java.util.List;
import org.planlock.plan.value.Spelled;
import org.planlock.plan.value.Tolerance;

/** Which of several equally good cells is chosen. */
public record Ties(Tolerance within, List<Preference> prefer) {
  /** A direction to prefer; the first that decides, decides. */
  public enum Preference implements Spelled {
    LARGER_L1_RATIO("larger l1_ratio"),
    SMALLER_L1_RATIO("smaller l1_ratio"),
    LARGER_LAMBDA("larger lambda"),
    SMALLER_LAMBDA("smaller lambda"),
    LARGER_GAMMA("larger gamma"),
    SMALLER_GAMMA("smaller gamma");

    private final String spelling;

    Preference(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }
}
