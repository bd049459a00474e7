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
  SMALLER_LAMBDA,
  /** The more penalised fit first. */
  LARGER_GAMMA,
  /** The more relaxed fit first. */
  SMALLER_GAMMA;

  Comparator<Cell> order() {
    return switch (this) {
      case LARGER_L1_RATIO -> Comparator.comparingDouble(Cell::l1Ratio).reversed();
      case SMALLER_L1_RATIO -> Comparator.comparingDouble(Cell::l1Ratio);
      case LARGER_LAMBDA -> Comparator.comparingDouble(Cell::lambda).reversed();
      case SMALLER_LAMBDA -> Comparator.comparingDouble(Cell::lambda);
      case LARGER_GAMMA -> Comparator.comparingDouble(Cell::gamma).reversed();
      case SMALLER_GAMMA -> Comparator.comparingDouble(Cell::gamma);
    };
  }
}
