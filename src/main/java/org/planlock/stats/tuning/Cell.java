package org.planlock.stats.tuning;

/**
 * One cell of a cross-validated grid.
 *
 * @param line 0-based line of the grid
 * @param index 0-based position of lambda in that line
 * @param l1Ratio share of the absolute penalty
 * @param gamma share of the penalised fit in a relaxed one; 1 = not relaxed
 * @param lambda penalty strength
 * @param error cross-validated mean loss
 * @param se its standard error
 */
public record Cell(
    int line, int index, double l1Ratio, double gamma, double lambda, double error, double se) {

  /** A cell that is not relaxed. */
  public Cell(int line, int index, double l1Ratio, double lambda, double error, double se) {
    this(line, index, l1Ratio, 1, lambda, error, se);
  }

  /** The cell of a table at a 0-based line and position. */
  public static Cell of(CvTable table, int line, int index) {
    var of = table.grid().lines().get(line);
    return new Cell(
        line,
        index,
        of.l1Ratio(),
        of.gamma(),
        of.lambdas().at(index),
        table.error(line, index),
        table.se(line, index));
  }
}
