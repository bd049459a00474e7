package org.planlock.stats.tuning;

import java.util.Set;

/**
 * The cell that a rule took.
 *
 * @param cell the cell
 * @param candidates how many cells the rule's preferences chose from, this one included; 1 = no tie
 * @param edges which ends of the grid the cell lies on; a side with one value has no ends
 */
public record Selected(Cell cell, int candidates, Set<Edge> edges) {
  public Selected {
    edges = Set.copyOf(edges);
  }

  /** An end of the grid, beyond which a better cell may lie. */
  public enum Edge {
    /** The first, largest lambda of the cell's line. */
    FIRST_LAMBDA,
    /** The last, smallest lambda of the cell's line. */
    LAST_LAMBDA,
    /** The smallest l1Ratio of the grid. */
    SMALLEST_L1_RATIO,
    /** The largest l1Ratio of the grid. */
    LARGEST_L1_RATIO
  }
}
