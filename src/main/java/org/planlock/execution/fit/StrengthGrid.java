package org.planlock.execution.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.stats.elasticnet.TuningGrid;

/**
 * The penalty strengths that are tried.
 *
 * @param largest for each l1Ratio the largest useful strength, where the plan builds on it
 */
record StrengthGrid(TuningGrid tuning, List<Optional<Double>> largest) {
  StrengthGrid {
    largest = List.copyOf(largest);
  }
}
