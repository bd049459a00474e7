package org.planlock.stats;

import java.util.List;

/**
 * The cells that a penalty is chosen from.
 *
 * @param lines one per l1Ratio, in the order that results keep
 */
public record TuningGrid(List<TuningLine> lines) {
  public TuningGrid {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a grid without cells");
    }
    if (lines.stream().map(TuningLine::l1Ratio).distinct().count() != lines.size()) {
      throw new IllegalArgumentException("a grid names one l1Ratio twice");
    }
  }

  /** How many cells there are. */
  public int cells() {
    return lines.stream().mapToInt(line -> line.lambdas().size()).sum();
  }
}
