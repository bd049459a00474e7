package org.planlock.plan.inference;

import java.util.Optional;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Spelled;

/**
 * The definition of a number that says how good a fit is.
 *
 * @param sst the mean around which the total sum of squares is formed
 */
public record Score(Formula formula, Declared<Around> sst, Optional<OnConstant> constant) {
  /** A named definition. */
  public enum Formula implements Spelled {
    SUMS_OF_SQUARES("1 - sse/sst"),
    SQUARED_CORRELATION_OF_FIT("squared_correlation(fit, outcome)"),
    SQUARED_CORRELATION_OF_CV("squared_correlation(cv_prediction, outcome)"),
    CORRELATION_OF_FIT("correlation(fit, outcome)"),
    CORRELATION_OF_CV("correlation(cv_prediction, outcome)");

    private final String spelling;

    Formula(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }

  /** A mean of the outcome. */
  public enum Around implements Spelled {
    ALL_ROWS("mean of all rows"),
    TRAINING_FOLD("mean of training_fold"),
    OUTER_TRAINING_FOLD("mean of outer_training_fold");

    private final String spelling;

    Around(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }

  /** What a correlation with a constant is. */
  public enum OnConstant {
    UNDEFINED,
    ZERO
  }
}
