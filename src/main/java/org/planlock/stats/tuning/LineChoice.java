package org.planlock.stats.tuning;

import org.planlock.stats.DoubleVector;

/**
 * The two strengths that cv.glmnet reports for one line. Source: R glmnet 4.1-6, {@code
 * cv.glmnet()$index}; one standard error: Breiman et al. 1984, 3.4.3.
 *
 * @param indexMin 0-based position of the largest lambda whose error is the smallest: {@code
 *     lambda.min}
 * @param indexOneSe that of the largest lambda whose error is at most the error plus one standard
 *     error there, wherever on the line it lies: {@code lambda.1se}
 */
public record LineChoice(int indexMin, int indexOneSe) {

  /** The choice on one line of a cross-validated grid. */
  public static LineChoice of(CvTable table, int line) {
    return of(table.error(line), table.se(line));
  }

  /**
   * The choice among errors.
   *
   * @param errors mean losses in the order of decreasing lambda, at least one
   * @param ses their standard errors
   */
  public static LineChoice of(DoubleVector errors, DoubleVector ses) {
    if (errors.size() == 0 || errors.size() != ses.size()) {
      throw new IllegalArgumentException(
          errors.size() + " errors with " + ses.size() + " standard errors");
    }
    double smallest = errors.stream().min().orElseThrow();
    int min = firstAtMost(errors, smallest);
    return new LineChoice(min, firstAtMost(errors, errors.at(min) + ses.at(min)));
  }

  private static int firstAtMost(DoubleVector errors, double limit) {
    int k = 0;
    while (k < errors.size() - 1 && !(errors.at(k) <= limit)) {
      k++;
    }
    return k;
  }
}
