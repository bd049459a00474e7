package org.planlock.stats.tuning;

import java.util.Comparator;

/** Which of two cells that are as good as each other is taken. */
public enum Preference {
  /** Sparser mixing first. */
  LARGER_L1_RATIO,
  /** Ridge-like mixing first. */
  SMALLER_L1_RATIO,
  /** Stronger penalty first. */
  LARGER_LAMBDA,
  /** Weaker penalty first. */
  SMALLER_LAMBDA;

  Comparator<Cell> order() {
    return switch (this) {
      case LARGER_L1_RATIO -> Comparator.comparingDouble(Cell::l1Ratio).reversed();
      case SMALLER_L1_RATIO -> Comparator.comparingDouble(Cell::l1Ratio);
      case LARGER_LAMBDA -> Comparator.comparingDouble(Cell::lambda).reversed();
      case SMALLER_LAMBDA -> Comparator.comparingDouble(Cell::lambda);
    };
  }
}
