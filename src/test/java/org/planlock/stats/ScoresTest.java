package org.planlock.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.stats.elasticnet.LambdaMax;

class ScoresTest {
  private static final double[] A = {1, 2, 2, 5, 7, 7, 7, 9};
  private static final double[] B = {3, 1, 4, 4, 9, 2, 6, 5};

  /** scipy 1.17.1: 2 * scipy.stats.t.sf(abs(t), df). */
  @ParameterizedTest
  @CsvSource({
    "2.0, 19, 0.06000203638609834",
    "0, 5, 1.0",
    "-3.5, 1, 0.17717106556580953",
    "40, 19, 8.307757199338434e-20",
    "12, 200.5, 2.3472754697949208e-25"
  })
  void keepsTheDigitsOfSmallProbabilities(double t, double df, double p) {
    assertThat(StudentT.twoSidedP(t, df)).isCloseTo(p, within(1e-12 * p));
  }

  /** scipy 1.17.1: rankdata, pearsonr, spearmanr. */
  @Test
  void correlatesLikeScipy() {
    assertThat(Correlation.midRanks(A)).containsExactly(1, 2.5, 2.5, 4, 6, 6, 6, 8);
    var pearson = Correlation.pearson(A, B).orElseThrow();
    assertThat(pearson.r()).isCloseTo(0.5199041581908301, within(1e-14));
    assertThat(pearson.pTwoSided().orElseThrow()).isCloseTo(0.18659802088807492, within(1e-12));
    assertThat(pearson.squared()).isCloseTo(0.5199041581908301 * 0.5199041581908301, within(1e-14));
    var spearman = Correlation.spearman(A, B).orElseThrow();
    assertThat(spearman.r()).isCloseTo(0.5618997059516708, within(1e-14));
    assertThat(spearman.pTwoSided().orElseThrow()).isCloseTo(0.147194566722882, within(1e-12));
  }

  @Test
  void hasNoCorrelationWithAConstant() {
    assertThat(Correlation.pearson(A, new double[] {4, 4, 4, 4, 4, 4, 4, 4})).isEmpty();
    assertThat(Correlation.pearson(new double[] {1}, new double[] {2})).isEmpty();
    var two = Correlation.pearson(new double[] {1, 2}, new double[] {5, 3}).orElseThrow();
    assertThat(two.r()).isCloseTo(-1, within(1e-15));
    assertThat(two.pTwoSided()).isEmpty();
    assertThat(Correlation.pearson(A, A).orElseThrow().pTwoSided()).hasValue(0);
  }

  /** numpy: median, std, std(ddof=1). */
  @Test
  void describesLikeNumpy() {
    assertThat(Moments.median(A)).isEqualTo(6);
    assertThat(Moments.median(new double[] {3, 1, 2})).isEqualTo(2);
    assertThat(Moments.populationSd(A)).isCloseTo(2.7838821814150108, within(1e-14));
    assertThat(Moments.sampleSd(A)).isCloseTo(2.9760952365713798, within(1e-14));
  }

  @Test
  void refusesToDescribeNothingOrMissingValues() {
    assertThatIllegalArgumentException().isThrownBy(() -> Moments.mean(new double[0]));
    assertThatIllegalArgumentException().isThrownBy(() -> Moments.sampleSd(new double[] {1}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moments.median(new double[] {Double.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correlation.midRanks(new double[] {1, Double.NaN}));
    assertThatIllegalArgumentException().isThrownBy(() -> Correlation.pearson(A, new double[3]));
    assertThatIllegalArgumentException().isThrownBy(() -> StudentT.twoSidedP(Double.NaN, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> StudentT.twoSidedP(1, 0));
  }

  /** By hand: errors 1 + 1 + 1, total around 2 is 4 + 0 + 4. */
  @Test
  void explainsVarianceByHand() {
    var y = new double[] {0, 2, 4};
    var predicted = new double[] {1, 1, 3};
    assertThat(ExplainedVariance.againstMean(y, predicted)).hasValue(1 - 3.0 / 8);
    assertThat(ExplainedVariance.againstMean(new double[] {2, 2, 2}, predicted)).isEmpty();
  }

  /**
   * Without a model, leave-one-out predicts training means: exactly 0 against them, below 0 against
   * one mean.
   */
  @Test
  void givesTheEmptyModelNothingUnderLeaveOneOut() {
    var means = ExplainedVariance.trainingMeans(A, Folds.leaveOneOut(A.length));
    assertThat(means[0]).isCloseTo(39.0 / 7, within(1e-14));
    assertThat(ExplainedVariance.against(A, means, means)).hasValue(0);
    assertThat(ExplainedVariance.againstMean(A, means).orElseThrow()).isNegative();
    assertThat(Correlation.pearson(A, means).orElseThrow().r()).isCloseTo(-1, within(1e-12));
  }

  /** numpy: exp(linspace(log(20), log(.05), 60))[[1, 30, 58]]. */
  @Test
  void spacesLikeNumpy() {
    var grid = LogSpacing.between(20, 0.05, 60);
    assertThat(grid.at(0)).isEqualTo(20);
    assertThat(grid.at(59)).isEqualTo(0.05);
    assertThat(grid.at(1)).isCloseTo(18.068715673207812, within(1e-12 * 18));
    assertThat(grid.at(30)).isCloseTo(0.950492390111773, within(1e-12));
    assertThat(grid.at(58)).isCloseTo(0.05534427670931776, within(1e-13));
    assertThat(LogSpacing.between(2, 2, 1).toList()).containsExactly(2.0);
    assertThatIllegalArgumentException().isThrownBy(() -> LogSpacing.between(0, 1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> LogSpacing.between(2, 1, 1));
  }

  @Test
  void hasALambdaMaxAtRidgeOnlyWithAFloor() {
    var x = Columns.of(8, new double[][] {B});
    assertThat(LambdaMax.ofGradientFloored(x, A, 0))
        .isCloseTo(1000 * LambdaMax.ofGradient(x, A, 1), within(1e-9));
    assertThatIllegalArgumentException().isThrownBy(() -> LambdaMax.ofGradient(x, A, 0));
  }
}
