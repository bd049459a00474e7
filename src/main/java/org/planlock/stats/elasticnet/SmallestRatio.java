package org.planlock.stats.elasticnet;

/**
 * The smallest lambda as a share of the largest: glmnet's {@code lambda.min.ratio}.
 *
 * @param fewRows the share where there are fewer rows than columns, 0 to below 1
 * @param otherwise the share elsewhere; rows count as given, columns before any is dropped
 */
public record SmallestRatio(double fewRows, double otherwise) {
  /** glmnet never goes below this share. */
  private static final double FLOOR = 1e-6;

  public SmallestRatio {
    if (!(fewRows >= 0 && fewRows < 1 && otherwise >= 0 && otherwise < 1)) {
      throw new IllegalArgumentException(
          "a ratio is outside [0, 1): " + fewRows + ", " + otherwise);
    }
  }

  /** glmnet's default: 0.01 where there are fewer rows than columns, else 0.0001. */
  public static SmallestRatio usual() {
    return new SmallestRatio(1e-2, 1e-4);
  }

  /** One share whatever the shape of the data. */
  public static SmallestRatio always(double ratio) {
    return new SmallestRatio(ratio, ratio);
  }

  /** The share in force for so many rows and columns. */
  public double in(int rows, int columns) {
    return Math.max(FLOOR, rows < columns ? fewRows : otherwise);
  }
}
