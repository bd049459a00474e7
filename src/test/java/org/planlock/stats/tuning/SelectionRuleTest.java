package org.planlock.stats.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planlock.stats.Columns;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.Folds;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;
import org.planlock.stats.SparseVector;
import org.planlock.stats.elasticnet.ElasticNetFit;
import org.planlock.stats.elasticnet.FitStatus;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.TuningGrid;
import org.planlock.stats.elasticnet.TuningLine;

class SelectionRuleTest {
  private static final TuningGrid GRID =
      new TuningGrid(
          List.of(
              new TuningLine(0.2, DoubleVector.of(3, 2, 1)),
              new TuningLine(0.6, DoubleVector.of(3, 2, 1)),
              new TuningLine(1.0, DoubleVector.of(3, 2, 1))));

  /** Constant errors per cell come from predictions that miss every outcome by the same amount. */
  private static CvTable table(double[][] mse, double spread) {
    var outcome = new double[4];
    PathSolver wished =
        (sample, grid) ->
            IntStream.range(0, 3)
                .mapToObj(line -> path(GRID.lines().get(line), mse[line], sample, spread))
                .toList();
    var columns = Columns.of(4, new double[][] {{1, 2, 3, 4}});
    return new CrossValidation(wished, GRID, Aggregation.ROWS, Loss.SQUARED_ERROR)
        .evaluate(
            Folds.leaveOneOut(4),
            outcome,
            FoldPreparation.splitting(Sample.of(columns, outcome)),
            Labour.on(1));
  }

  private static FittedPath path(TuningLine line, double[] mse, Sample train, double spread) {
    boolean even = Arrays.stream(train.predictors().column(0)).sum() % 2 == 0;
    var fits =
        IntStream.range(0, 3)
            .mapToObj(
                k ->
                    new ElasticNetFit(
                        line.l1Ratio(),
                        line.lambdas().at(k),
                        Math.sqrt(mse[k] + (even ? spread : -spread)),
                        SparseVector.of(0.0),
                        0,
                        1,
                        FitStatus.CONVERGED))
            .toList();
    return new FittedPath(line, fits);
  }

  private static SelectionRule rule(TieTolerance ties, Preference... preferences) {
    return new SelectionRule(SelectionRule.Criterion.MINIMUM, ties, List.of(preferences));
  }

  private static void takes(SelectionRule rule, CvTable table, int line, int index, int tied) {
    var selected = rule.select(table);
    assertThat(List.of(selected.cell().line(), selected.cell().index(), selected.candidates()))
        .containsExactly(line, index, tied);
  }

  @Test
  void breaksTiesInTheOrderOfPreferences() {
    var table = table(new double[][] {{9, 4, 4}, {9, 9, 4}, {9, 4, 9}}, 0);
    var none = TieTolerance.absolute(1e-12);
    takes(rule(none, Preference.LARGER_L1_RATIO, Preference.LARGER_LAMBDA), table, 2, 1, 4);
    takes(rule(none, Preference.SMALLER_L1_RATIO, Preference.LARGER_LAMBDA), table, 0, 1, 4);
    takes(rule(none, Preference.SMALLER_L1_RATIO, Preference.SMALLER_LAMBDA), table, 0, 2, 4);
    takes(rule(none, Preference.SMALLER_LAMBDA, Preference.LARGER_L1_RATIO), table, 1, 2, 4);
    takes(rule(none), table, 0, 1, 4);
  }

  @Test
  void countsAsTiedWhatLiesWithinTheTolerance() {
    var table = table(new double[][] {{9, 9, 9}, {9, 100, 9}, {4.3, 4.1, 4}}, 0);
    var larger = Preference.LARGER_LAMBDA;
    takes(rule(TieTolerance.absolute(0), larger), table, 2, 2, 1);
    takes(rule(TieTolerance.absolute(0.2), larger), table, 2, 1, 2);
    takes(rule(TieTolerance.relative(0.03), larger), table, 2, 1, 2);
    takes(rule(TieTolerance.relative(0.08), larger), table, 2, 0, 3);
    assertThatIllegalArgumentException().isThrownBy(() -> TieTolerance.absolute(-1));
  }

  /** Errors 4 - 1, 4 + 1 in equal number: standard error 1 / sqrt(3) = 0.577. */
  @Test
  void goesUpToOneStandardErrorBeyondTheMinimum() {
    var table = table(new double[][] {{9, 4.6, 4.5}, {9, 4.5, 4}, {9, 4.55, 9}}, 1);
    var rule =
        new SelectionRule(
            SelectionRule.Criterion.ONE_STANDARD_ERROR,
            TieTolerance.absolute(1e-9),
            List.of(Preference.LARGER_LAMBDA, Preference.LARGER_L1_RATIO));
    takes(rule, table, 2, 1, 4);
  }

  @Test
  void saysWhichEndsOfTheGridItLiesOn() {
    var any = rule(TieTolerance.absolute(0));
    assertThat(any.select(table(new double[][] {{1, 9, 9}, {9, 9, 9}, {9, 9, 9}}, 0)).edges())
        .containsExactlyInAnyOrder(Selected.Edge.FIRST_LAMBDA, Selected.Edge.SMALLEST_L1_RATIO);
    assertThat(any.select(table(new double[][] {{9, 9, 9}, {9, 9, 9}, {9, 9, 1}}, 0)).edges())
        .containsExactlyInAnyOrder(Selected.Edge.LAST_LAMBDA, Selected.Edge.LARGEST_L1_RATIO);
    assertThat(any.select(table(new double[][] {{9, 9, 9}, {9, 1, 9}, {9, 9, 9}}, 0)).edges())
        .isEmpty();
  }

  @Test
  void findsTheBestOfEachLine() {
    var table = table(new double[][] {{9, 4, 4}, {2, 9, 4}, {9, 9, 1}}, 0);
    assertThat(
            rule(TieTolerance.absolute(1e-12), Preference.LARGER_LAMBDA)
                .bestOfEachLine(table)
                .stream()
                .map(Cell::index))
        .containsExactly(1, 0, 2);
  }

  /** As R 4.2.2, glmnet 4.1-6 orders ties in getOptcv.relaxed: larger lambda, then larger gamma. */
  @Test
  void prefersTheLargerLambdaAndThenTheLargerGamma() {
    var outcome = new double[] {0, 0, 0, 0};
    var grid =
        new TuningGrid(
            List.of(
                new TuningLine(1, 0, DoubleVector.of(3, 2, 1)),
                new TuningLine(1, 0.5, DoubleVector.of(3, 2, 1)),
                new TuningLine(1, 1, DoubleVector.of(3, 2, 1))));
    var errors = new double[][] {{9, 4, 4}, {9, 4, 4}, {9, 9, 4}};
    PathSolver wished =
        (sample, strengths) ->
            IntStream.range(0, 3)
                .mapToObj(line -> path(grid.lines().get(line), errors[line], sample, 0))
                .toList();
    var table =
        new CrossValidation(wished, grid, Aggregation.ROWS, Loss.SQUARED_ERROR)
            .evaluate(
                Folds.leaveOneOut(4),
                outcome,
                FoldPreparation.splitting(
                    Sample.of(Columns.of(4, new double[][] {{1, 2, 3, 4}}), outcome)),
                Labour.on(1));
    var selected = SelectionRule.ofGlmnet(SelectionRule.Criterion.MINIMUM).select(table);
    assertThat(selected.cell().gamma()).isEqualTo(0.5);
    assertThat(selected.cell().lambda()).isEqualTo(2);
    assertThat(selected.candidates()).isEqualTo(5);
    assertThat(selected.edges()).isEmpty();
    takes(rule(TieTolerance.absolute(0), Preference.SMALLER_GAMMA), table, 0, 1, 5);
  }
}
