package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Sample;

class RelaxedNetTest {
  private static final ElasticNetOptions OPTIONS =
      ElasticNetOptions.of(Objective.TEXTBOOK).standardize(true);
  private static final DoubleVector LAMBDAS = DoubleVector.of(10, 0.5, 0.1, 0.001);

  private static Sample sample(int rows, int columns) {
    var random = new Random(17);
    var x = new double[columns][rows];
    for (var column : x) {
      Arrays.setAll(column, i -> random.nextGaussian());
    }
    var y = new double[rows];
    Arrays.setAll(y, i -> 2 * x[0][i] - x[1][i] + random.nextGaussian());
    return Sample.of(Columns.of(rows, x), y);
  }

  private static RelaxedNet relaxed() {
    return new RelaxedNet(new ElasticNet(OPTIONS), OPTIONS);
  }

  @Test
  void blendsThePenalisedFitAndTheLeastSquaresFitOfItsTerms() {
    var sample = sample(30, 5);
    var grid =
        new TuningGrid(
            List.of(
                new TuningLine(1, 0, LAMBDAS),
                new TuningLine(1, 0.25, LAMBDAS),
                new TuningLine(1, 1, LAMBDAS)));
    var paths = relaxed().paths(sample, grid);
    var penalised = new ElasticNet(OPTIONS).path(sample, new TuningLine(1, LAMBDAS));
    assertThat(paths.get(2)).isEqualTo(penalised);
    for (int k = 0; k < LAMBDAS.size(); k++) {
      var free = paths.get(0).fits().get(k).coefficients();
      var held = penalised.fits().get(k).coefficients();
      var mixed = paths.get(1).fits().get(k).coefficients();
      for (int j = 0; j < 5; j++) {
        assertThat(free.at(j) != 0).isEqualTo(held.at(j) != 0);
        assertThat(mixed.at(j)).isCloseTo(0.25 * held.at(j) + 0.75 * free.at(j), within(1e-15));
      }
    }
    var all = new ElasticNet(OPTIONS).fit(sample, 1, 0);
    var last = paths.get(0).fits().get(3);
    for (int j = 0; j < 5; j++) {
      assertThat(last.coefficients().at(j)).isCloseTo(all.coefficients().at(j), within(1e-12));
    }
    assertThat(last.intercept()).isCloseTo(all.intercept(), within(1e-12));
  }

  /** Two lines of one l1Ratio may have sequences of their own. */
  @Test
  void keepsLinesOfDifferentSequencesApart() {
    var sample = sample(30, 5);
    var other = DoubleVector.of(0.3, 0.2);
    var grid =
        new TuningGrid(List.of(new TuningLine(1, 0.5, LAMBDAS), new TuningLine(1, 0, other)));
    var paths = relaxed().paths(sample, grid);
    assertThat(paths.get(0).line()).isEqualTo(grid.lines().get(0));
    assertThat(paths.get(1).line()).isEqualTo(grid.lines().get(1));
    var kept = new int[] {0, 1, 2, 3, 5, 6, 7, 9, 11};
    var apart = relaxed().leavingOut(sample).paths(kept, grid);
    var alone = relaxed().paths(sample.atRows(kept), grid);
    for (int line = 0; line < 2; line++) {
      for (int k = 0; k < alone.get(line).fits().size(); k++) {
        var expected = alone.get(line).fits().get(k).coefficients().toArray();
        var found = apart.get(line).fits().get(k).coefficients().toArray();
        assertThat(Deviations.ofLargest(expected, found)).isLessThan(1e-9);
      }
    }
  }

  @Test
  void saysWhereNoFitIsSmallEnough() {
    var ridge = new TuningGrid(List.of(new TuningLine(0, 0.5, LAMBDAS)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> relaxed().paths(sample(10, 8), ridge))
        .withMessageContaining("every penalised fit retains more than 7 terms");
    assertThat(relaxed().paths(sample(11, 8), ridge).get(0).converged()).isTrue();
  }

  @Test
  void knowsWhichLinesNeedIt() {
    assertThat(RelaxedNet.isNeededFor(OwnSequences.usual(1.0))).isFalse();
    assertThat(RelaxedNet.isNeededFor(OwnSequences.usual(1.0).gammas(0.5, 1.0))).isTrue();
    assertThat(RelaxedNet.isNeededFor(new TuningGrid(List.of(new TuningLine(1, LAMBDAS)))))
        .isFalse();
    assertThat(RelaxedNet.isNeededFor(new TuningGrid(List.of(new TuningLine(1, 0.9, LAMBDAS)))))
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OwnSequences.usual(1.0).gammas(1.5))
        .withMessageContaining("gamma outside 0 to 1");
  }
}
