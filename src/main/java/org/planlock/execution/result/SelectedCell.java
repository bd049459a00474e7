package org.planlock.execution.result;

import java.util.List;

/**
 * The cell of a grid that was chosen.
 *
 * @param tied how many cells the tie order chose from, this one included
 * @param edges the ends of the grid that it lies on, such as {@code last_lambda}
 */
public record SelectedCell(
    double l1Ratio, double lambda, double mse, int tied, List<String> edges) {
  public SelectedCell {
    edges = List.copyOf(edges);
  }
}
