package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planlock.stats.Columns;
import org.planlock.stats.Correlation;
import org.planlock.stats.ExplainedVariance;
import org.planlock.stats.Folds;
import org.planlock.stats.Labour;
import org.planlock.stats.LogSpacing;
import org.planlock.stats.Moments;
import org.planlock.stats.Residualiser;
import org.planlock.stats.Sample;
import org.planlock.stats.tuning.Aggregation;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.Loss;
import org.planlock.stats.tuning.Preference;
import org.planlock.stats.tuning.SelectionRule;
import org.planlock.stats.tuning.TieTolerance;

/** Against the numbers that accompany the simulated trial rct21. */
class TrialAgreementTest {
  private static final SelectionRule RULE =
      new SelectionRule(
          SelectionRule.Criterion.MINIMUM,
          TieTolerance.absolute(0),
          List.of(Preference.SMALLER_L1_RATIO, Preference.LARGER_LAMBDA));

  /** R 4.2.2, glmnet 4.1-6, standardize = FALSE, thresh = 1e-14, own loop over participants. */
  @Test
  void choosesAndFitsBothModelsLikeR() {
    var expected = TrialTables.json("expected/elastic_net.json");
    var models = expected.getAsJsonArray("models");
    agrees(expected, models.get(0).getAsJsonObject(), Objective.GLMNET);
    agrees(expected, models.get(1).getAsJsonObject(), Objective.GLMNET);
  }

  /** The row "the same, textbook objective" of the measured readings: 0.8, 0.0920, 23.241. */
  @Test
  void choosesAnotherCellForTheTextbookObjective() {
    var expected = TrialTables.json("expected/elastic_net.json");
    var sample = sample(expected, expected.getAsJsonArray("models").get(0).getAsJsonObject());
    var cell = RULE.select(table(sample, Objective.TEXTBOOK)).cell();
    assertThat(cell.l1Ratio()).isEqualTo(0.8);
    assertThat(cell.lambda()).isCloseTo(0.0920, within(5e-5));
    assertThat(cell.error()).isCloseTo(23.241, within(5e-4));
  }

  /** numpy least squares, 10 digits printed. */
  @Test
  void residualisesOnMotionPooledAndBySession() {
    for (var wanted : TrialTables.rows("expected/fd_regression_coefficients.tsv")) {
      var rows =
          TrialTables.rows("expected/measures.tsv").stream()
              .filter(row -> row.get("measure").equals(wanted.get("measure")))
              .toList();
      boolean pooled = wanted.get("scope").equals("pooled");
      var learnFrom =
          IntStream.range(0, rows.size())
              .filter(i -> pooled || rows.get(i).get("session_id").equals(wanted.get("scope")))
              .toArray();
      var result =
          Residualiser.residualise(
              new double[][] {column(rows, "mean_fd")}, column(rows, "raw"), learnFrom);
      var residuals = (Residualiser.Residuals) result;
      double slope = wanted.number("slope");
      assertThat(residuals.fit().coefficients().at(0))
          .isCloseTo(slope, within(1e-8 * Math.max(1, Math.abs(slope))));
      var theirs = column(rows, pooled ? "fd_residual_pooled" : "fd_residual_per_session");
      for (int i : learnFrom) {
        if (Double.isNaN(theirs[i])) {
          assertThat(residuals.values().at(i)).isNaN();
          assertThat(residuals.rowsUsed()).doesNotContain(i);
        } else {
          assertThat(residuals.values().at(i)).isCloseTo(theirs[i], within(1e-8));
        }
      }
    }
  }

  /** numpy and scipy.stats; p of Spearman by t(n - 2), which scipy 1.x uses as well. */
  @Test
  void correlatesLikeScipy() {
    var expected =
        TrialTables.json("expected/models.json")
            .getAsJsonObject("correlations_change_with_improvement");
    var improvement =
        column(TrialTables.rows("expected/outcome.tsv"), "improvement_pre_minus_post");
    for (var measure : expected.keySet()) {
      var change =
          column(
              TrialTables.rows("expected/change.tsv").stream()
                  .filter(row -> row.get("measure").equals(measure))
                  .toList(),
              "change_post_minus_pre");
      var rows = IntStream.range(0, change.length).filter(i -> !Double.isNaN(change[i])).toArray();
      var a = IntStream.of(rows).mapToDouble(i -> change[i]).toArray();
      var b = IntStream.of(rows).mapToDouble(i -> improvement[i]).toArray();
      var theirs = expected.getAsJsonObject(measure);
      agrees(Correlation.pearson(a, b).orElseThrow(), theirs.getAsJsonObject("pearson"), "r", "p");
      agrees(
          Correlation.spearman(a, b).orElseThrow(),
          theirs.getAsJsonObject("spearman"),
          "rho",
          "p_t_approx");
    }
  }

  private static void agrees(Correlation ours, JsonObject theirs, String r, String p) {
    assertThat(ours.r()).isCloseTo(theirs.get(r).getAsDouble(), within(1e-8));
    assertThat(ours.pTwoSided().orElseThrow()).isCloseTo(theirs.get(p).getAsDouble(), within(1e-8));
    assertThat(ours.pairs()).isEqualTo(theirs.get("n").getAsInt());
  }

  private static void agrees(JsonObject expected, JsonObject theirs, Objective objective) {
    var sample = sample(expected, theirs);
    var table = table(sample, objective);
    assertThat(table.unconverged()).isZero();
    var cell = RULE.select(table).cell();
    assertThat(cell.l1Ratio()).isEqualTo(theirs.get("alpha").getAsDouble());
    assertThat(cell.lambda()).isCloseTo(theirs.get("lambda").getAsDouble(), within(1e-9));
    assertThat(cell.error()).isCloseTo(theirs.get("loocv_mse").getAsDouble(), within(1e-4));
    var perLine = RULE.bestOfEachLine(table);
    var theirLines = theirs.getAsJsonArray("best_per_alpha");
    for (int line = 0; line < perLine.size(); line++) {
      var wanted = theirLines.get(line).getAsJsonObject();
      assertThat(perLine.get(line).lambda())
          .isCloseTo(wanted.get("best_lambda").getAsDouble(), within(1e-9));
    }
    var fit =
        new ElasticNet(ElasticNetOptions.of(objective))
            .path(sample, table.grid().lines().get(cell.line()))
            .fits()
            .get(cell.index());
    var coefficients = theirs.getAsJsonObject("coefficients");
    assertThat(fit.intercept())
        .isCloseTo(coefficients.get("(Intercept)").getAsDouble(), within(1e-5));
    var names = theirs.getAsJsonArray("predictors");
    for (int j = 0; j < names.size(); j++) {
      assertThat(fit.coefficients().at(j))
          .as(names.get(j).getAsString())
          .isCloseTo(coefficients.get(names.get(j).getAsString()).getAsDouble(), within(1e-5));
    }
    var fitted = fit.predict(sample.predictors()).toArray();
    assertThat(ExplainedVariance.againstMean(sample.outcome().toArray(), fitted).orElseThrow())
        .isCloseTo(theirs.get("in_sample_r2").getAsDouble(), within(1e-5));
  }

  private static CvTable table(Sample sample, Objective objective) {
    var lambdas = LogSpacing.between(20, 0.05, 60);
    var lines =
        IntStream.rangeClosed(1, 10).mapToObj(i -> new TuningLine(i / 10.0, lambdas)).toList();
    return new CrossValidation(
            new ElasticNet(ElasticNetOptions.of(objective)),
            new TuningGrid(lines),
            Aggregation.ROWS,
            Loss.SQUARED_ERROR)
        .evaluate(
            Folds.leaveOneOut(sample.rows()),
            sample.outcome().toArray(),
            FoldPreparation.splitting(sample),
            Labour.on(2));
  }

  /** Changes and covariates to z (n - 1); products of z and drug, to z again. */
  private static Sample sample(JsonObject expected, JsonObject modelSpec) {
    var people = new ArrayList<String>();
    expected.getAsJsonArray("participants").forEach(person -> people.add(person.getAsString()));
    var values = values(people);
    var columns = new ArrayList<double[]>();
    for (var name : modelSpec.getAsJsonArray("predictors")) {
      var parts = name.getAsString().split(":");
      var z = z(get(values, parts[parts.length - 1]));
      if (parts.length == 2) {
        var drug = get(values, "drug");
        z = z(IntStream.range(0, drug.length).mapToDouble(inColumn(z, drug)).toArray());
      }
      columns.add(z);
    }
    return Sample.of(
        Columns.of(people.size(), columns.toArray(double[][]::new)), get(values, "improvement"));
  }

  private static IntToDoubleFunction inColumn(double[] z, double[] drug) {
    return i -> z[i] * drug[i];
  }

  private static double[] get(Map<String, double[]> values, String name) {
    var found = values.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no column " + name);
    }
    return found;
  }

  private static Map<String, double[]> values(List<String> people) {
    var values = new LinkedHashMap<String, double[]>();
    for (var row : TrialTables.rows("expected/change.tsv")) {
      put(values, people, row, row.get("measure"), row.get("change_post_minus_pre"));
    }
    for (var row : TrialTables.rows("expected/outcome.tsv")) {
      put(values, people, row, "improvement", row.get("improvement_pre_minus_post"));
      put(values, people, row, "caps5_pre", row.get("caps5_pre"));
    }
    for (var row : TrialTables.rows("participants.tsv")) {
      put(values, people, row, "drug", "ketamine".equals(row.get("group")) ? "1" : "0");
      put(values, people, row, "female", "F".equals(row.get("sex")) ? "1" : "0");
      for (var name : List.of("age", "education_years", "psychotropic_medication")) {
        put(values, people, row, name, row.get(name));
      }
    }
    return values;
  }

  private static void put(
      Map<String, double[]> values,
      List<String> people,
      TrialTables.Row row,
      String name,
      String cell) {
    int place = people.indexOf(row.get("participant_id"));
    if (place >= 0) {
      values.computeIfAbsent(name, n -> new double[people.size()])[place] =
          TrialTables.number(cell);
    }
  }

  private static double[] z(double[] x) {
    double mean = Moments.mean(x);
    double sd = Moments.sampleSd(x);
    return Arrays.stream(x).map(v -> (v - mean) / sd).toArray();
  }

  private static double[] column(List<TrialTables.Row> rows, String name) {
    return rows.stream().mapToDouble(row -> row.number(name)).toArray();
  }
}
