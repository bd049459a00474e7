package org.planlock.stats.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/**
 * Chooses one cell of a cross-validated grid, jointly over l1Ratio, gamma and lambda.
 *
 * @param criterion what a cell must reach
 * @param ties how close to the smallest error counts as tied with it
 * @param preferences which tied cell is taken, first to last; cells that none of them tells apart
 *     are taken in the order of the grid
 */
public record SelectionRule(Criterion criterion, TieTolerance ties, List<Preference> preferences) {
  public SelectionRule {
    preferences = List.copyOf(preferences);
  }

  /** What a cell must reach to be a candidate. */
  public enum Criterion {
    /** The smallest error, or tied with it. */
    MINIMUM,
    /**
     * At most the error plus one standard error of the cell that MINIMUM would take; all such cells
     * are candidates, and the preferences choose among them. Source: Breiman et al. 1984, 3.4.3.
     */
    ONE_STANDARD_ERROR
  }

  /**
   * What cv.glmnet takes: the smallest error, or one standard error more than that, and among these
   * the largest lambda, then the largest gamma. Source: R glmnet 4.1-6, {@code lambda.min}, {@code
   * gamma.min}, {@code lambda.1se}, {@code gamma.1se}.
   */
  public static SelectionRule ofGlmnet(Criterion criterion) {
    return new SelectionRule(
        criterion,
        TieTolerance.absolute(0),
        List.of(Preference.LARGER_LAMBDA, Preference.LARGER_GAMMA));
  }

  /** The cell that this rule takes. */
  public Selected select(CvTable table) {
    var cells = cells(table);
    var best = candidates(cells, ties.limit(smallest(cells)));
    var minimum = first(best);
    if (criterion == Criterion.MINIMUM) {
      return selected(minimum, best.size(), table);
    }
    var near = candidates(cells, minimum.error() + minimum.se());
    return selected(first(near), near.size(), table);
  }

  /** The cell that MINIMUM would take within each line, in the order of the lines. */
  public List<Cell> bestOfEachLine(CvTable table) {
    var all = cells(table);
    var chosen = new ArrayList<Cell>();
    for (int line = 0; line < table.grid().lines().size(); line++) {
      int wanted = line;
      var cells = all.stream().filter(cell -> cell.line() == wanted).toList();
      chosen.add(first(candidates(cells, ties.limit(smallest(cells)))));
    }
    return chosen;
  }

  private static List<Cell> cells(CvTable table) {
    var cells = new ArrayList<Cell>();
    var lines = table.grid().lines();
    for (int i = 0; i < lines.size(); i++) {
      var lambdas = lines.get(i).lambdas();
      for (int k = 0; k < lambdas.size(); k++) {
        cells.add(Cell.of(table, i, k));
      }
    }
    return cells;
  }

  private static double smallest(List<Cell> cells) {
    return cells.stream().mapToDouble(Cell::error).min().orElseThrow();
  }

  private static List<Cell> candidates(List<Cell> cells, double limit) {
    return cells.stream().filter(cell -> cell.error() <= limit).toList();
  }

  private Cell first(List<Cell> candidates) {
    Comparator<Cell> order = Comparator.comparingInt(Cell::line).thenComparingInt(Cell::index);
    for (int i = preferences.size() - 1; i >= 0; i--) {
      order = preferences.get(i).order().thenComparing(order);
    }
    return candidates.stream().min(order).orElseThrow();
  }

  private static Selected selected(Cell cell, int candidates, CvTable table) {
    var edges = EnumSet.noneOf(Selected.Edge.class);
    var lines = table.grid().lines();
    int last = lines.get(cell.line()).lambdas().size() - 1;
    if (last > 0 && cell.index() == 0) {
      edges.add(Selected.Edge.FIRST_LAMBDA);
    }
    if (last > 0 && cell.index() == last) {
      edges.add(Selected.Edge.LAST_LAMBDA);
    }
    boolean several = table.grid().l1Ratios().size() > 1;
    if (several && lines.stream().allMatch(line -> line.l1Ratio() >= cell.l1Ratio())) {
      edges.add(Selected.Edge.SMALLEST_L1_RATIO);
    }
    if (several && lines.stream().allMatch(line -> line.l1Ratio() <= cell.l1Ratio())) {
      edges.add(Selected.Edge.LARGEST_L1_RATIO);
    }
    return new Selected(cell, candidates, edges);
  }
}
