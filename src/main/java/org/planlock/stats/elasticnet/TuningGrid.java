package org.planlock.stats.elasticnet;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells that a penalty is chosen from.
 *
 * @param lines one per l1Ratio and gamma, in the order that results keep
 */
public record TuningGrid(List<TuningLine> lines) implements Strengths {
  public TuningGrid {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a grid without cells");
    }
    if (lines.stream().map(line -> List.of(line.l1Ratio(), line.gamma())).distinct().count()
        != lines.size()) {
      throw new IllegalArgumentException("a grid names one l1Ratio and gamma twice");
    }
  }

  @Override
  public List<Double> l1Ratios() {
    return lines.stream().map(TuningLine::l1Ratio).distinct().toList();
  }

  @Override
  public List<Strengths> byL1Ratio() {
    var parts = new ArrayList<Strengths>();
    int first = 0;
    for (int next = 1; next <= lines.size(); next++) {
      if (next == lines.size() || lines.get(next).l1Ratio() != lines.get(first).l1Ratio()) {
        parts.add(new TuningGrid(lines.subList(first, next)));
        first = next;
      }
    }
    return parts;
  }

  /** How many cells there are. */
  public int cells() {
    return lines.stream().mapToInt(line -> line.lambdas().size()).sum();
  }
}
