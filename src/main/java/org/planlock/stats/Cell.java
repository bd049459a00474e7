package org.planlock.stats;

/**
 * One cell of a cross-validated grid.
 *
 * @param line 0-based line of the grid
 * @param index 0-based position of lambda in that line
 * @param l1Ratio share of the absolute penalty
 * @param lambda penalty strength
 * @param mse cross-validated mean squared error
 * @param se its standard error
 */
public record Cell(int line, int index, double l1Ratio, double lambda, double mse, double se) {}
