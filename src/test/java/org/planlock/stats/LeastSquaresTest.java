package org.planlock.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  private static final double[] X1 = {1, 2, 3, 4, 5, 7};
  private static final double[] X2 = {2, 1, 0, 5, 4, 4};
  private static final double[] Y = {1, 3, 2, 5, 8, 6};

  /** numpy.linalg.lstsq(column_stack([ones(6), X1, X2]), Y). */
  @Test
  void agreesWithNumpyWithAnIntercept() {
    var fit = (LeastSquaresFit) OrdinaryLeastSquares.fit(columns(X1, X2), Y, true);
    assertThat(fit.intercept()).isCloseTo(0.20731707317073314, within(1e-13));
    assertThat(fit.coefficients().at(0)).isCloseTo(0.7073170731707314, within(1e-13));
    assertThat(fit.coefficients().at(1)).isCloseTo(0.5121951219512201, within(1e-13));
    assertThat(fit.rss()).isCloseTo(8.42682927, within(1e-8));
    assertThat(fit.fitted().at(5)).isCloseTo(7.207317073170733, within(1e-13));
    assertThat(fit.residuals().at(5)).isCloseTo(6 - 7.207317073170733, within(1e-13));
    assertThat(fit.residualDf()).isEqualTo(3);
    assertThat(fit.predict(columns(X1, X2)).at(5)).isCloseTo(7.207317073170733, within(1e-12));
  }

  /** numpy.linalg.lstsq(column_stack([X1, X2]), Y). */
  @Test
  void agreesWithNumpyWithoutAnIntercept() {
    var fit = (LeastSquaresFit) OrdinaryLeastSquares.fit(columns(X1, X2), Y, false);
    assertThat(fit.intercept()).isZero();
    assertThat(fit.coefficients().at(0)).isCloseTo(0.742088607594937, within(1e-13));
    assertThat(fit.coefficients().at(1)).isCloseTo(0.5253164556962022, within(1e-13));
    assertThat(fit.rss()).isCloseTo(8.48259494, within(1e-8));
  }

  @Test
  void isTheMeanWithoutColumns() {
    var fit = (LeastSquaresFit) OrdinaryLeastSquares.fit(Columns.of(6, new double[0][]), Y, true);
    assertThat(fit.intercept()).isCloseTo(25.0 / 6, within(1e-15));
    assertThat(fit.residualDf()).isEqualTo(5);
  }

  @Test
  void keepsItsDigitsFarFromZero() {
    var shifted = new double[] {1e8 + 1, 1e8 + 2, 1e8 + 3, 1e8 + 4, 1e8 + 5, 1e8 + 7};
    var fit = (LeastSquaresFit) OrdinaryLeastSquares.fit(columns(shifted, X2), Y, true);
    assertThat(fit.coefficients().at(0)).isCloseTo(0.7073170731707314, within(1e-9));
    assertThat(fit.rss()).isCloseTo(8.42682927, within(1e-8));
  }

  @Test
  void namesColumnsThatAddNothing() {
    var sum = new double[6];
    for (int i = 0; i < 6; i++) {
      sum[i] = X1[i] - 3 * X2[i] + 5;
    }
    var constant = new double[] {7, 7, 7, 7, 7, 7};
    var refused = (NotEstimable) OrdinaryLeastSquares.fit(columns(X1, constant, X2, sum), Y, true);
    assertThat(refused.reason()).isEqualTo(NotEstimable.Reason.DEPENDENT_COLUMNS);
    assertThat(refused.columns()).containsExactly(1, 3);
  }

  @Test
  void refusesFewerRowsThanCoefficients() {
    var two = Columns.of(2, new double[][] {{1, 2}, {2, 1}});
    var refused = (NotEstimable) OrdinaryLeastSquares.fit(two, new double[] {1, 2}, true);
    assertThat(refused.reason()).isEqualTo(NotEstimable.Reason.TOO_FEW_ROWS);
    assertThat(OrdinaryLeastSquares.fit(two, new double[] {1, 2}, false))
        .isInstanceOf(LeastSquaresFit.class);
  }

  @Test
  void doesNotResidualiseOnAConstant() {
    var result =
        Residualiser.residualise(new double[][] {{1, 1, 1}}, new double[] {1, 2, 3}, 0, 1, 2);
    assertThat(((Residualiser.NotLearnt) result).why().columns()).containsExactly(0);
  }

  private static Columns columns(double[]... columns) {
    return Columns.of(6, columns);
  }
}
