package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.stats.Columns;
import org.planlock.stats.Correlation;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.ExplainedVariance;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Folds;
import org.planlock.stats.Labour;
import org.planlock.stats.LogSpacing;
import org.planlock.stats.Moments;
import org.planlock.stats.Sample;
import org.planlock.stats.tuning.Aggregation;
import org.planlock.stats.tuning.Cell;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.FoldDesign;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.Loss;
import org.planlock.stats.tuning.Preference;
import org.planlock.stats.tuning.SelectionRule;
import org.planlock.stats.tuning.TieTolerance;

/**
 * Against enet_r.json: R's {@code glmnet(..., standardize = FALSE, thresh = 1e-15)} in both
 * objectives, leave-one-out, on z-scored tables that others published. Tolerance 1e-5, the one that
 * came with them (cases.json).
 */
class RealElasticNetTest {
  private static final double TOLERANCE = 1e-5;
  private static final SelectionRule RULE =
      new SelectionRule(
          SelectionRule.Criterion.MINIMUM,
          TieTolerance.absolute(1e-12),
          List.of(Preference.SMALLER_L1_RATIO, Preference.LARGER_LAMBDA));

  private static JsonObject inputs = new JsonObject();
  private static JsonObject results = new JsonObject();

  @BeforeAll
  static void read() throws IOException {
    var folder = System.getProperty("planlock.reference");
    assumeTrue(
        folder != null, "-Dplanlock.reference=DIR names no folder with the published tables");
    var expected = Path.of(folder, "real", "expected");
    inputs = json(expected.resolve("enet_inputs.json"));
    results = json(expected.resolve("enet_r.json")).getAsJsonObject("results");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sudmex_vas_change_m1", "sudmex_vas_change_m2", "sudmex_vas_change_m3",
        "sudmex_vas_baseline_m1", "sudmex_vas_baseline_m2", "sudmex_bis11t_change_m1",
        "sudmex_bis11t_change_m2", "sudmex_bis11t_change_m3", "sudmex_bis11t_baseline_m1",
        "sudmex_bis11t_baseline_m2", "rpn_bochum_circuit", "rpn_bochum_circuit_unadjusted"
      })
  void agreesWithBothObjectives(String name) {
    for (var objective : Objective.values()) {
      var expected =
          results
              .getAsJsonObject(name)
              .getAsJsonObject(objective == Objective.GLMNET ? "glmnet" : "textbook");
      var solver = new ElasticNet(ElasticNetOptions.of(objective));
      plain(name, solver, expected);
      var inside = table(name, solver, standardisedInside(sample(name)));
      agreesOnCell(RULE.select(inside).cell(), expected.getAsJsonObject("scaled_inside_folds"));
    }
  }

  @Test
  void makesTheSameGridAsNumpy() {
    for (var name : inputs.keySet()) {
      var sample = sample(name);
      for (var line : grid(name).lines()) {
        double first =
            LambdaMax.ofGradient(sample.predictors(), sample.outcome().toArray(), line.l1Ratio());
        var ours = LogSpacing.between(first, first * 0.01, line.lambdas().size());
        for (int k = 0; k < ours.size(); k++) {
          double theirs = line.lambdas().at(k);
          assertThat(ours.at(k)).isCloseTo(theirs, within(1e-12 * theirs));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sudmex_bis11t_change_m2", "rpn_bochum_circuit_unadjusted"})
  void nestsOneLeaveOneOutInAnother(String name) {
    var sample = sample(name);
    var solver = new ElasticNet(ElasticNetOptions.of(Objective.TEXTBOOK));
    var outer = Folds.leaveOneOut(sample.rows());
    var predicted =
        Labour.on(2).inOrder(sample.rows(), row -> nested(sample, outer, row, grid(name), solver));
    var predictions = predicted.stream().mapToDouble(Double::doubleValue).toArray();
    var expected = results.getAsJsonObject(name).getAsJsonObject("nested_textbook");
    var theirs = GlmnetCase.numbers(expected.getAsJsonArray("predictions"));
    for (int i = 0; i < theirs.length; i++) {
      assertThat(predictions[i]).as("row %d", i).isCloseTo(theirs[i], within(TOLERANCE));
    }
    var y = sample.outcome().toArray();
    assertThat(ExplainedVariance.againstMean(y, predictions).orElseThrow())
        .isCloseTo(expected.get("q2").getAsDouble(), within(TOLERANCE));
    assertThat(Correlation.pearson(y, predictions).orElseThrow().r())
        .isCloseTo(expected.get("r").getAsDouble(), within(TOLERANCE));
  }

  private static void plain(String name, ElasticNet solver, JsonObject expected) {
    var sample = sample(name);
    var table = table(name, solver, FoldPreparation.splitting(sample));
    assertThat(table.unconverged()).isZero();
    var cell = RULE.select(table).cell();
    agreesOnCell(cell, expected);
    for (var best : RULE.bestOfEachLine(table)) {
      var theirs = expected.getAsJsonObject("per_alpha").getAsJsonObject(key(best.l1Ratio()));
      assertThat(best.index()).isEqualTo(theirs.get("lambda_index").getAsInt());
      double mse = theirs.get("min_mse").getAsDouble();
      assertThat(best.error()).isCloseTo(mse, within(TOLERANCE * mse));
    }
    var predictions = table.predictions(cell.line(), cell.index()).toArray();
    var theirs = GlmnetCase.numbers(expected.getAsJsonArray("loocv_predictions"));
    for (int i = 0; i < theirs.length; i++) {
      assertThat(predictions[i]).isCloseTo(theirs[i], within(TOLERANCE));
    }
    var fit = solver.path(sample, table.grid().lines().get(cell.line())).fits().get(cell.index());
    agreesOnFit(sample, fit, expected);
    var y = sample.outcome().toArray();
    assertThat(ExplainedVariance.againstMean(y, predictions).orElseThrow())
        .isCloseTo(expected.get("loocv_q2").getAsDouble(), within(TOLERANCE));
  }

  private static void agreesOnFit(Sample sample, ElasticNetFit fit, JsonObject expected) {
    var coefficients = expected.getAsJsonObject("coefficients");
    var names = new ArrayList<>(coefficients.keySet());
    assertThat(fit.intercept())
        .isCloseTo(coefficients.get(names.get(0)).getAsDouble(), within(TOLERANCE));
    for (int j = 1; j < names.size(); j++) {
      assertThat(fit.coefficients().at(j - 1))
          .as(names.get(j))
          .isCloseTo(coefficients.get(names.get(j)).getAsDouble(), within(TOLERANCE));
    }
    var squared =
        Correlation.pearson(fit.predict(sample.predictors()).toArray(), sample.outcome().toArray())
            .map(Correlation::squared);
    var theirs = expected.get("fitted_r2");
    assertThat(squared.isEmpty()).isEqualTo(theirs.isJsonNull());
    squared.ifPresent(r2 -> assertThat(r2).isCloseTo(theirs.getAsDouble(), within(TOLERANCE)));
  }

  private static void agreesOnCell(Cell cell, JsonObject expected) {
    var selected = expected.getAsJsonObject("selected");
    assertThat(cell.l1Ratio()).isEqualTo(selected.get("alpha").getAsDouble());
    assertThat(cell.index()).isEqualTo(selected.get("index").getAsInt());
    double mse = selected.get("mse").getAsDouble();
    assertThat(cell.error()).isCloseTo(mse, within(TOLERANCE * mse));
  }

  private static double nested(
      Sample sample, FoldAssignment outer, int row, TuningGrid grid, ElasticNet solver) {
    var train = sample.atRows(outer.rowsOutside(row));
    var table =
        new CrossValidation(solver, grid, Aggregation.ROWS, Loss.SQUARED_ERROR)
            .evaluate(
                Folds.leaveOneOut(train.rows()),
                train.outcome().toArray(),
                standardisedInside(train),
                Labour.on(1));
    var cell = RULE.select(table).cell();
    var design = standardisedInside(sample).prepare(outer, 0, row);
    var fit = solver.path(design.train(), grid.lines().get(cell.line())).fits().get(cell.index());
    return fit.predict(design.test()).at(0);
  }

  /** Mean and n - 1 standard deviation of the training rows, applied to both parts. */
  private static FoldPreparation standardisedInside(Sample sample) {
    return (folds, repeat, fold) -> {
      var train = sample.atRows(folds.rowsOutside(fold));
      var test = sample.predictors().atRows(folds.rowsIn(fold));
      int count = test.count();
      var trained = new double[count][];
      var tested = new double[count][];
      for (int j = 0; j < count; j++) {
        var x = train.predictors().column(j);
        double mean = Moments.mean(x);
        double sd = Moments.constant(x) ? 1 : Moments.sampleSd(x);
        trained[j] = Arrays.stream(x).map(v -> (v - mean) / sd).toArray();
        tested[j] = Arrays.stream(test.column(j)).map(v -> (v - mean) / sd).toArray();
      }
      return new FoldDesign(
          Sample.of(Columns.of(train.rows(), trained), train.outcome().toArray()),
          Columns.of(test.rows(), tested));
    };
  }

  private static CvTable table(String name, ElasticNet solver, FoldPreparation preparation) {
    var outcome = sample(name).outcome().toArray();
    return new CrossValidation(solver, grid(name), Aggregation.ROWS, Loss.SQUARED_ERROR)
        .evaluate(Folds.leaveOneOut(outcome.length), outcome, preparation, Labour.on(2));
  }

  private static Sample sample(String name) {
    var input = inputs.getAsJsonObject(name);
    var columns =
        input.getAsJsonArray("predictors").asList().stream()
            .map(
                p -> GlmnetCase.numbers(input.getAsJsonObject("X").getAsJsonArray(p.getAsString())))
            .toArray(double[][]::new);
    var y = GlmnetCase.numbers(input.getAsJsonArray("y"));
    return Sample.of(Columns.of(y.length, columns), y);
  }

  private static TuningGrid grid(String name) {
    var lambdas = inputs.getAsJsonObject(name).getAsJsonObject("lambda");
    return new TuningGrid(
        lambdas.keySet().stream()
            .map(
                key ->
                    new TuningLine(
                        Double.parseDouble(key),
                        DoubleVector.of(GlmnetCase.numbers(lambdas.getAsJsonArray(key)))))
            .toList());
  }

  private static String key(double l1Ratio) {
    return l1Ratio == 1 ? "1" : Double.toString(l1Ratio);
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
