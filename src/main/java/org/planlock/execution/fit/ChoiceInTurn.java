package org.planlock.execution.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.planlock.stats.tuning.Cell;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.Preference;
import org.planlock.stats.tuning.Selected;
import org.planlock.stats.tuning.SelectionRule;

/**
 * Takes lambda by its rule within each l1Ratio, as {@code cv.glmnet} does for one, and then the
 * l1Ratio with the smallest error there.
 */
final class ChoiceInTurn {
  private final SelectionRule rule;
  private final CvTable table;

  ChoiceInTurn(SelectionRule rule, CvTable table) {
    this.rule = rule;
    this.table = table;
  }

  Selected select() {
    var winners = new ArrayList<Cell>();
    for (double l1Ratio : table.grid().l1Ratios()) {
      winners.add(within(l1Ratio));
    }
    var tied = tied(winners);
    var cell = first(tied);
    return new Selected(cell, tied.size(), edges(cell));
  }

  private Cell within(double l1Ratio) {
    var cells = new ArrayList<Cell>();
    var lines = table.grid().lines();
    for (int line = 0; line < lines.size(); line++) {
      for (int k = 0; k < lines.get(line).lambdas().size(); k++) {
        if (lines.get(line).l1Ratio() == l1Ratio) {
          cells.add(Cell.of(table, line, k));
        }
      }
    }
    var minimum = first(tied(cells));
    return rule.criterion() == SelectionRule.Criterion.MINIMUM
        ? minimum
        : first(within(cells, minimum.error() + minimum.se()));
  }

  private List<Cell> tied(List<Cell> cells) {
    double smallest = cells.stream().mapToDouble(Cell::error).min().orElseThrow();
    double within = rule.ties().amount();
    return within(cells, rule.ties().relative() ? smallest * (1 + within) : smallest + within);
  }

  private static List<Cell> within(List<Cell> cells, double limit) {
    return cells.stream().filter(cell -> cell.error() <= limit).toList();
  }

  private Cell first(List<Cell> cells) {
    var order = Comparator.comparingInt(Cell::line).thenComparingInt(Cell::index);
    for (int i = rule.preferences().size() - 1; i >= 0; i--) {
      order = order(rule.preferences().get(i)).thenComparing(order);
    }
    return cells.stream().min(order).orElseThrow();
  }

  private static Comparator<Cell> order(Preference preference) {
    return switch (preference) {
      case LARGER_L1_RATIO -> Comparator.comparingDouble(Cell::l1Ratio).reversed();
      case SMALLER_L1_RATIO -> Comparator.comparingDouble(Cell::l1Ratio);
      case LARGER_LAMBDA -> Comparator.comparingDouble(Cell::lambda).reversed();
      case SMALLER_LAMBDA -> Comparator.comparingDouble(Cell::lambda);
      case LARGER_GAMMA -> Comparator.comparingDouble(Cell::gamma).reversed();
      case SMALLER_GAMMA -> Comparator.comparingDouble(Cell::gamma);
    };
  }

  private Set<Selected.Edge> edges(Cell cell) {
    var edges = new HashSet<Selected.Edge>();
    int last = table.grid().lines().get(cell.line()).lambdas().size() - 1;
    if (last > 0 && cell.index() == 0) {
      edges.add(Selected.Edge.FIRST_LAMBDA);
    }
    if (last > 0 && cell.index() == last) {
      edges.add(Selected.Edge.LAST_LAMBDA);
    }
    var ratios = table.grid().l1Ratios();
    if (ratios.size() > 1 && ratios.stream().allMatch(ratio -> ratio >= cell.l1Ratio())) {
      edges.add(Selected.Edge.SMALLEST_L1_RATIO);
    }
    if (ratios.size() > 1 && ratios.stream().allMatch(ratio -> ratio <= cell.l1Ratio())) {
      edges.add(Selected.Edge.LARGEST_L1_RATIO);
    }
    return edges;
  }
}
