package org.planlock.stats.tuning;

/** What one wrong prediction costs. */
public enum Loss {
  /** (y - prediction)^2, in squared outcome units. */
  SQUARED_ERROR {
    @Override
    public double of(double outcome, double predicted) {
      double error = outcome - predicted;
      return error * error;
    }
  },
  /**
   * -2 (y log p + (1 - y) log(1 - p)) with p held between 1e-5 and 1 - 1e-5, less its value at p =
   * y, which is 0 for classes; y is 0, 1 or a share, the prediction is a logit. Source: R glmnet
   * 4.1-6, {@code type.measure = "deviance"} of a binomial outcome.
   */
  BINOMIAL_DEVIANCE {
    @Override
    public double of(double outcome, double predicted) {
      double share = 1 / (1 + StrictMath.exp(-predicted));
      double held = Math.min(Math.max(share, SMALLEST_SHARE), 1 - SMALLEST_SHARE);
      return 2 * (at(outcome, outcome) - at(outcome, held));
    }

    private double at(double outcome, double share) {
      return (outcome > 0 ? outcome * StrictMath.log(share) : 0)
          + (outcome < 1 ? (1 - outcome) * StrictMath.log(1 - share) : 0);
    }
  },
  /**
   * 1 where the class predicted is not the one observed, else 0; a logit of 0 predicts class 0.
   * Source: R glmnet 4.1-6, {@code type.measure = "class"}.
   */
  MISCLASSIFICATION {
    @Override
    public double of(double outcome, double predicted) {
      return predicted > 0 ? 1 - outcome : outcome;
    }
  };

  private static final double SMALLEST_SHARE = 1e-5;

  /**
   * The loss of one row.
   *
   * @param outcome what was observed; 0 or 1 for the losses of two classes
   * @param predicted what was said of it; a logit for the losses of two classes
   */
  public abstract double of(double outcome, double predicted);
}
