package org.planlock.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Takes out of a measure what covariates explain, learnt on some rows, applied to all. */
public final class Residualiser {
  private Residualiser() {}

  /** The residuals, or why there are none. */
  public sealed interface Result permits Residuals, NotLearnt {}

  /**
   * The residuals.
   *
   * @param fit the fit on the rows used
   * @param values measure less fitted for every row; NaN where the measure or a covariate is
   *     missing
   * @param rowsUsed the rows learnt from, ascending
   */
  public record Residuals(LeastSquaresFit fit, DoubleVector values, List<Integer> rowsUsed)
      implements Result {
    public Residuals {
      rowsUsed = List.copyOf(rowsUsed);
    }
  }

  /**
   * No residuals.
   *
   * @param why the reason
   */
  public record NotLearnt(NotEstimable why) implements Result {}

  /**
   * Fits measure ~ 1 + covariates on those of the given rows that miss nothing.
   *
   * @param covariates one array per covariate, NaN = missing
   * @param measure one value per row, NaN = missing
   * @param learnFrom 0-based rows that may be learnt from
   */
  public static Result residualise(double[][] covariates, double[] measure, int... learnFrom) {
    var used =
        IntStream.of(learnFrom).sorted().filter(i -> complete(covariates, measure, i)).toArray();
    var columns = Arrays.stream(covariates).map(c -> Columns.at(c, used)).toArray(double[][]::new);
    var outcome =
        OrdinaryLeastSquares.fit(Columns.of(used.length, columns), Columns.at(measure, used), true);
    if (outcome instanceof NotEstimable why) {
      return new NotLearnt(why);
    }
    var fit = (LeastSquaresFit) outcome;
    var residuals = new double[measure.length];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = measure[i] - fit.intercept();
      for (int j = 0; j < covariates.length; j++) {
        residuals[i] -= fit.coefficients().at(j) * covariates[j][i];
      }
    }
    return new Residuals(fit, DoubleVector.owning(residuals), IntStream.of(used).boxed().toList());
  }

  private static boolean complete(double[][] covariates, double[] measure, int row) {
    if (Double.isNaN(measure[row])) {
      return false;
    }
    for (var covariate : covariates) {
      if (Double.isNaN(covariate[row])) {
        return false;
      }
    }
    return true;
  }
}
