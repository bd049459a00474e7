package org.planlock.stats.tuning;

/**
 * One cell of a cross-validated grid.
 *
 * @param line 0-based line of the grid
 * @param index 0-based position of lambda in that line
 * @param l1Ratio share of the absolute penalty
 * @param lambda penalty strength
 * @param error cross-validated mean loss
 * @param se its standard error
 */
public record Cell(int line, int index, double l1Ratio, double lambda, double error, double se) {}
