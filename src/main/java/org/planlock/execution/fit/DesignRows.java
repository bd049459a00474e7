package org.planlock.execution.fit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlock.diagnostic.Checked;
import org.planlock.execution.Design;
import org.planlock.stats.Columns;
import org.planlock.stats.Sample;

/** A design as the numbers' room takes it, its rows found by participant. */
final class DesignRows {
  /** Squares of larger numbers overflow. */
  private static final double LARGEST = 1e150;

  private final Map<String, Integer> places = new HashMap<>();
  private final Design design;
  private final Columns columns;
  private final double[] outcome;
  private final double[] weights;

  private DesignRows(Design design, ObservationWeights weights) {
    this.design = design;
    this.columns =
        design.columns().isEmpty()
            ? Columns.of(design.x().size(), new double[0][])
            : Columns.ofRows(design.x().toArray(double[][]::new));
    this.outcome = design.outcome().stream().mapToDouble(Double::doubleValue).toArray();
    this.weights = weights.values().toArray();
    for (int i = 0; i < design.participants().size(); i++) {
      places.put(design.participants().get(i), i);
    }
  }

  private static boolean isUsable(double value) {
    return Math.abs(value) <= LARGEST;
  }

  /** The rows of a design whose every value is finite and can be squared. */
  static Checked<DesignRows> of(String modelName, Design design, ObservationWeights weights) {
    for (int i = 0; i < design.x().size(); i++) {
      var participant = design.participants().get(i);
      if (!isUsable(design.outcome().get(i))) {
        return Checked.failed(Refusals.notANumber(modelName, "the outcome", participant));
      }
      for (int j = 0; j < design.columns().size(); j++) {
        if (!isUsable(design.x().get(i)[j])) {
          return Checked.failed(
              Refusals.notANumber(modelName, design.columns().get(j), participant));
        }
      }
    }
    return Checked.of(new DesignRows(design, weights));
  }

  Design design() {
    return design;
  }

  double[] outcome() {
    return outcome.clone();
  }

  Columns columns() {
    return columns;
  }

  Sample sample() {
    return Sample.of(columns, outcome, weights);
  }

  Sample sampleOf(List<String> participants) {
    return sample().atRows(rows(participants));
  }

  Columns columnsOf(List<String> participants) {
    return columns.atRows(rows(participants));
  }

  private int[] rows(List<String> participants) {
    return participants.stream()
        .mapToInt(participant -> places.getOrDefault(participant, -1))
        .toArray();
  }
}
