package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceFields;
import org.planlock.trace.TraceValue;

/**
 * The strengths that were tried for one l1Ratio, and one gamma of relaxed fits, with the recorded
 * lambda max.
 */
record GridLine(double l1Ratio, double gamma, List<Double> lambdas, Optional<Double> largest) {
  /** The lines of a {@code grid} event; one that is out of shape has fewer. */
  static List<GridLine> of(TraceEvent grid) {
    var ratios = grid.numbers("l1Ratios").orElse(List.of());
    var sequences = grid.items("lambdas").orElse(List.of());
    var gammas = grid.numbers("gammas").orElse(List.of());
    var largest = grid.numbers("lambdaMax").orElse(List.of());
    var lines = new ArrayList<GridLine>();
    for (int i = 0; i < Math.min(ratios.size(), sequences.size()); i++) {
      var max =
          i < largest.size() && !largest.get(i).isNaN()
              ? Optional.of(largest.get(i))
              : Optional.<Double>empty();
      double gamma = i < gammas.size() ? gammas.get(i) : 1;
      lines.add(new GridLine(ratios.get(i), gamma, numbers(sequences.get(i)), max));
    }
    return lines;
  }

  private static List<Double> numbers(TraceValue sequence) {
    TraceFields one = new TraceValue.Fields(java.util.Map.of("one", sequence));
    return one.numbers("one").orElse(List.of());
  }
}
