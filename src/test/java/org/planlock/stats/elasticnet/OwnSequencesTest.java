package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.Columns;
import org.planlock.stats.Sample;

/** Sequences of lambda of a sample's own where there is hardly one to be found. */
class OwnSequencesTest {
  /** Nothing in either column goes with the outcome, and all products are exactly 0. */
  private static final double[][] ORTHOGONAL = {{1, -1, 1, -1}, {1, 1, -1, -1}};

  private static final double[][] CONSTANT = {{3, 3, 3, 3}, {0, 0, 0, 0}};
  private static final double[] OUTCOME = {1, 0, 0, 1};

  static Stream<Arguments> ways() {
    return Stream.of(Family.values())
        .flatMap(
            family ->
                Stream.of(Solve.values())
                    .flatMap(
                        solve ->
                            Stream.of(true, false)
                                .map(standardize -> Arguments.of(family, solve, standardize))));
  }

  /** Where R 4.2.2, glmnet 4.1-6 calls the first lambda NaN and the others 0. */
  @ParameterizedTest
  @MethodSource("ways")
  void keepsOutWhatNothingCouldLetIn(Family family, Solve solve, boolean standardize) {
    var options =
        ElasticNetOptions.of(Objective.GLMNET).family(family).solve(solve).standardize(standardize);
    for (var columns : List.of(ORTHOGONAL, CONSTANT)) {
      var sample = Sample.of(Columns.of(4, columns), OUTCOME);
      for (int count : new int[] {2, 3, 100}) {
        var own = new OwnSequences(List.of(0.0, 0.5, 1.0), count, SmallestRatio.usual());
        for (var path : new ElasticNet(options).paths(sample, own)) {
          assertThat(path.converged()).isTrue();
          assertThat(path.fits()).allMatch(fit -> fit.nonzero() == 0);
          assertThat(path.line().lambdas().at(path.fits().size() - 1)).isZero();
        }
      }
    }
  }

  /** The largest double below 1 as a share; the label of the first value must not fall below. */
  @ParameterizedTest
  @MethodSource("ways")
  void neverRisesHoweverLittleItFalls(Family family, Solve solve, boolean standardize) {
    var options =
        ElasticNetOptions.of(Objective.GLMNET).family(family).solve(solve).standardize(standardize);
    var sample =
        Sample.of(
            Columns.of(4, new double[][] {{1, 2, 4, 4}, {0, 1, 1, 3}}), new double[] {0, 1, 0, 1});
    for (double ratio : new double[] {Math.nextDown(1.0), 1 - 1e-12, 0.999}) {
      for (int count = 3; count < 12; count++) {
        var own = new OwnSequences(List.of(0.0, 0.4, 1.0), count, SmallestRatio.always(ratio));
        assertThat(new ElasticNet(options).paths(sample, own)).allMatch(FittedPath::converged);
      }
    }
  }

  @Test
  void isRefusedWhereItCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OwnSequences(List.of(1.0), 0, SmallestRatio.usual()))
        .withMessageContaining("no value of lambda");
    assertThatIllegalArgumentException().isThrownBy(() -> SmallestRatio.always(1));
    assertThatIllegalArgumentException().isThrownBy(() -> SmallestRatio.always(Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> OwnSequences.usual(0.5, 0.5));
  }
}
