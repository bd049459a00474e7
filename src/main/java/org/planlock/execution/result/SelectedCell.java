package org.planlock.execution.result;

import java.util.List;
import java.util.Optional;

/**
 * The cell of a grid that was chosen.
 *
 * @param gamma how far a relaxed fit goes back to the penalised one; none where nothing is fitted
 *     again
 * @param error the cross-validated mean loss; NaN without validation
 * @param tied how many cells the tie order chose from, this one included
 * @param edges the ends of the grid that it lies on, such as {@code last_lambda}
 */
public record SelectedCell(
    double l1Ratio,
    Optional<Double> gamma,
    double lambda,
    double error,
    int tied,
    List<String> edges) {
  public SelectedCell {
    edges = List.copyOf(edges);
  }
}
