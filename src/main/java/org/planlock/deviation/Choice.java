package org.planlock.deviation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.planlock.plan.fit.Selection;
import org.planlock.plan.fit.Ties;
import org.planlock.plan.value.Tolerance;
import org.planlock.trace.TraceEvent;

/**
 * Takes one cell of a grid by the registered rule: the smallest error, or all within one standard
 * error of it (Breiman et al. 1984, 3.4.3), and among those that count as tied the preferred one;
 * over all cells at once, or within each l1Ratio first.
 */
final class Choice {
  /** A cell of the error curves. */
  record Cell(double l1Ratio, double gamma, double lambda, double error, double se) {}

  private final boolean isOneStandardError;
  private final boolean inTurn;
  private final Optional<Ties> ties;

  Choice(Selection selection, Optional<Ties> ties) {
    this.isOneStandardError = selection.oneStandardError().isPresent();
    this.inTurn =
        selection.minimum().or(selection::oneStandardError).orElse(Selection.Jointly.JOINTLY)
            == Selection.Jointly.IN_TURN;
    this.ties = ties;
  }

  /**
   * All cells that {@code cv} events hold, in their order; without an error, or its l1Ratio, there
   * is no cell.
   */
  static List<Cell> cells(List<TraceEvent> curves) {
    var cells = new ArrayList<Cell>();
    for (var curve : curves) {
      var lambda = curve.numbers("lambda").orElse(List.of());
      var errors = curve.numbers("mse").or(() -> curve.numbers("error")).orElse(List.of());
      var se = curve.numbers("se").orElse(List.of());
      var l1Ratio = curve.number("l1Ratio");
      double gamma = curve.number("gamma").orElse(1.0);
      for (int i = 0; i < Math.min(lambda.size(), errors.size()); i++) {
        if (l1Ratio.isPresent() && !errors.get(i).isNaN()) {
          double spread = i < se.size() ? se.get(i) : Double.NaN;
          cells.add(new Cell(l1Ratio.get(), gamma, lambda.get(i), errors.get(i), spread));
        }
      }
    }
    return cells;
  }

  /** Whether a curve has fewer errors than penalties. */
  static boolean isShort(TraceEvent curve) {
    int errors = curve.numbers("mse").or(() -> curve.numbers("error")).map(List::size).orElse(0);
    return errors > 0 && errors < curve.numbers("lambda").map(List::size).orElse(0);
  }

  /** The cell that the rule takes; none of no cells, or where the standard error is not known. */
  Optional<Cell> of(List<Cell> cells) {
    if (!inTurn) {
      return jointly(cells);
    }
    var winners =
        cells.stream()
            .map(Cell::l1Ratio)
            .distinct()
            .map(ratio -> jointly(cells.stream().filter(c -> c.l1Ratio() == ratio).toList()))
            .flatMap(Optional::stream)
            .toList();
    return first(within(winners, limit(smallest(winners))));
  }

  private static double smallest(List<Cell> cells) {
    return cells.stream().mapToDouble(Cell::error).min().orElse(Double.NaN);
  }

  private Optional<Cell> jointly(List<Cell> cells) {
    var best = first(within(cells, limit(smallest(cells))));
    return isOneStandardError
        ? best.filter(cell -> !Double.isNaN(cell.se()))
            .flatMap(cell -> first(within(cells, cell.error() + cell.se())))
        : best;
  }

  private double limit(double smallest) {
    double within = ties.map(t -> t.within().within().toDouble()).orElse(0.0);
    boolean relative = ties.filter(t -> t.within().kind() == Tolerance.Kind.RELATIVE).isPresent();
    return relative ? smallest * (1 + within) : smallest + within;
  }

  private static List<Cell> within(List<Cell> cells, double limit) {
    return cells.stream().filter(cell -> cell.error() <= limit).toList();
  }

  private Optional<Cell> first(List<Cell> candidates) {
    var sorted = new ArrayList<>(candidates);
    ties.flatMap(Choice::order).ifPresent(sorted::sort);
    return sorted.stream().findFirst();
  }

  private static Optional<Comparator<Cell>> order(Ties ties) {
    return ties.prefer().stream().map(Choice::order).reduce(Comparator::thenComparing);
  }

  private static Comparator<Cell> order(Ties.Preference preference) {
    return switch (preference) {
      case LARGER_L1_RATIO -> Comparator.comparingDouble(Cell::l1Ratio).reversed();
      case SMALLER_L1_RATIO -> Comparator.comparingDouble(Cell::l1Ratio);
      case LARGER_LAMBDA -> Comparator.comparingDouble(Cell::lambda).reversed();
      case SMALLER_LAMBDA -> Comparator.comparingDouble(Cell::lambda);
      case LARGER_GAMMA -> Comparator.comparingDouble(Cell::gamma).reversed();
      case SMALLER_GAMMA -> Comparator.comparingDouble(Cell::gamma);
    };
  }
}
