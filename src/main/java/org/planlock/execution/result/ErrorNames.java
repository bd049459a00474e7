package org.planlock.execution.result;

/**
 * Under which keys mean losses are written: squared errors as {@code mse}, all others as {@code
 * error} beside the name of their loss.
 *
 * @param loss as plans word it
 */
public record ErrorNames(String loss) {
  /** The loss that has keys of its own. */
  public static final String SQUARED = "squared_error";

  /** The keys of a loss. */
  public static ErrorNames of(String loss) {
    return new ErrorNames(loss);
  }

  /** Whether the numbers are mean squared errors. */
  public boolean squared() {
    return loss.equals(SQUARED);
  }

  /** The key of a mean loss. */
  public String error() {
    return squared() ? "mse" : "error";
  }

  /** The key of the cross-validated mean loss of a model. */
  public String crossValidated() {
    return squared() ? "cvMse" : "cvError";
  }

  /** The short name of the loss, as in {@code cv_mse} and {@code cv_deviance}. */
  public String brief() {
    return switch (loss) {
      case SQUARED -> "mse";
      case "binomial_deviance" -> "deviance";
      default -> loss;
    };
  }

  /** The mean loss in words. */
  public String words() {
    return switch (loss) {
      case SQUARED -> "mean squared error";
      case "binomial_deviance" -> "mean binomial deviance";
      default -> "mean " + loss.replace('_', ' ');
    };
  }
}
