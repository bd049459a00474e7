package org.planlock.stats.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Folds;
import org.planlock.stats.Labour;
import org.planlock.stats.LogSpacing;
import org.planlock.stats.Moments;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.ElasticNet;
import org.planlock.stats.elasticnet.ElasticNetOptions;
import org.planlock.stats.elasticnet.Objective;
import org.planlock.stats.elasticnet.TuningGrid;
import org.planlock.stats.elasticnet.TuningLine;

class CrossValidationTest {
  private static final Columns X =
      Columns.of(6, new double[][] {{1, 2, 3, 4, 5, 7}, {2, 1, 0, 5, 4, 4}});
  private static final double[] Y = {1, 3, 2, 5, 8, 6};
  private static final Sample SAMPLE = Sample.of(X, Y);
  private static final ElasticNet SOLVER = new ElasticNet(ElasticNetOptions.of(Objective.TEXTBOOK));

  /** Beyond lambda max a fold predicts its training mean, so every number follows by hand. */
  private static final TuningGrid EMPTY =
      new TuningGrid(List.of(new TuningLine(1, DoubleVector.of(1e6))));

  private static final TuningGrid GRID =
      new TuningGrid(
          List.of(
              new TuningLine(0.5, LogSpacing.between(4, 0.04, 7)),
              new TuningLine(1, LogSpacing.between(2, 0.02, 9))));

  @Test
  void weighsRowsFoldsAndFoldsBySize() {
    var folds = FoldAssignment.of(0, 0, 0, 0, 1, 1);
    double left = 7;
    double right = 11.0 / 4;
    var errors =
        new double[] {
          square(1 - left),
          square(3 - left),
          square(2 - left),
          square(5 - left),
          square(8 - right),
          square(6 - right)
        };
    double first = (errors[0] + errors[1] + errors[2] + errors[3]) / 4;
    double second = (errors[4] + errors[5]) / 2;
    double rows = Moments.mean(errors);
    assertThat(mse(folds, Aggregation.ROWS)).isCloseTo(rows, within(1e-12));
    assertThat(mse(folds, Aggregation.FOLDS)).isCloseTo((first + second) / 2, within(1e-12));
    assertThat(mse(folds, Aggregation.FOLDS_BY_WEIGHT)).isCloseTo(rows, within(1e-12));
    assertThat(table(folds, Aggregation.ROWS, EMPTY, 1).se(0, 0))
        .isCloseTo(Moments.sampleSd(errors) / Math.sqrt(6), within(1e-12));
    assertThat(table(folds, Aggregation.FOLDS, EMPTY, 1).se(0, 0))
        .isCloseTo(Math.abs(first - second) / 2, within(1e-12));
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    var one = table(Folds.leaveOneOut(6), Aggregation.ROWS, GRID, 1);
    for (int threads = 2; threads <= 8; threads++) {
      var other = table(Folds.leaveOneOut(6), Aggregation.ROWS, GRID, threads);
      for (int line = 0; line < 2; line++) {
        assertThat(other.error(line)).isEqualTo(one.error(line));
        assertThat(other.se(line)).isEqualTo(one.se(line));
      }
    }
  }

  @Test
  void averagesOverRepeats() {
    var repeats = Folds.repeatedKFold(6, 3, 2, new byte[] {1}, "r");
    var ones = new double[] {1, 1, 1, 1, 1, 1};
    var both =
        new CrossValidation(SOLVER, GRID, Aggregation.ROWS, Loss.SQUARED_ERROR)
            .evaluate(repeats, Y, ones, FoldPreparation.splitting(SAMPLE), Labour.on(1));
    var first = table(repeats.get(0), Aggregation.ROWS, GRID, 1);
    var second = table(repeats.get(1), Aggregation.ROWS, GRID, 1);
    assertThat(both.error(0, 3))
        .isCloseTo((first.error(0, 3) + second.error(0, 3)) / 2, within(1e-12));
    assertThat(both.predictions(1, 0, 3)).isEqualTo(second.predictions(0, 3));
    assertThat(both.predictions(0, 3).at(2))
        .isCloseTo(
            (first.predictions(0, 3).at(2) + second.predictions(0, 3).at(2)) / 2, within(1e-12));
  }

  @Test
  void predictsEachRowFromTheOthers() {
    var table = table(Folds.leaveOneOut(6), Aggregation.ROWS, GRID, 1);
    var others = SAMPLE.atRows(0, 1, 3, 4, 5);
    var fit = SOLVER.path(others, GRID.lines().get(1)).fits().get(4);
    // Folds share one scaled sample, so the last digit may differ from a fit of the rows alone.
    assertThat(table.predictions(1, 4).at(2))
        .isCloseTo(fit.predict(X.atRows(2)).at(0), within(1e-12));
  }

  @Test
  void countsProgressAndStopsWhenAsked() {
    var told = new ArrayList<Integer>();
    var labour = new Labour(2, told::add, () -> false);
    new CrossValidation(SOLVER, GRID, Aggregation.ROWS, Loss.SQUARED_ERROR)
        .evaluate(Folds.leaveOneOut(6), Y, FoldPreparation.splitting(SAMPLE), labour);
    assertThat(told).containsExactly(1, 2, 3, 4, 5, 6);
    for (int threads : new int[] {1, 2}) {
      var asked = new AtomicInteger();
      var stopping = new Labour(threads, done -> {}, () -> asked.incrementAndGet() > 3);
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> stopping.inOrder(50, i -> i));
    }
  }

  @Test
  void passesOnWhatAPieceThrows() {
    for (int threads : new int[] {1, 3}) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Labour.on(threads)
                      .inOrder(
                          5,
                          i -> {
                            throw new IllegalArgumentException("piece " + i);
                          }));
    }
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    for (int threads : new int[] {1, 2}) {
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> Labour.on(threads).inOrder(4, i -> i));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    var validation = new CrossValidation(SOLVER, GRID, Aggregation.ROWS, Loss.SQUARED_ERROR);
    FoldPreparation wrong = (folds, repeat, fold) -> new FoldDesign(SAMPLE, X);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> validation.evaluate(Folds.leaveOneOut(6), Y, wrong, Labour.on(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> validation.evaluate(Folds.leaveOneOut(5), Y, wrong, Labour.on(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Labour.on(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new TuningGrid(List.of()));
  }

  private static double square(double value) {
    return value * value;
  }

  private static double mse(FoldAssignment folds, Aggregation aggregation) {
    return table(folds, aggregation, EMPTY, 1).error(0, 0);
  }

  private static CvTable table(
      FoldAssignment folds, Aggregation aggregation, TuningGrid grid, int threads) {
    return new CrossValidation(SOLVER, grid, aggregation, Loss.SQUARED_ERROR)
        .evaluate(folds, Y, FoldPreparation.splitting(SAMPLE), Labour.on(threads));
  }
}
