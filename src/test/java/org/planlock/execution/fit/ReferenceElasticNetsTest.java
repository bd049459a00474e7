package org.planlock.execution.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.execution.result.ModelResult;

/**
 * The elastic nets of SUDMEX_TMS and RPN from their prepared matrices. Expected numbers:
 * real/expected/enet_r.json, made by R 4.2.2 and glmnet 4.1-6 at thresh 1e-15 (real/make.R).
 */
final class ReferenceElasticNetsTest {
  private static final Offset<Double> CLOSE = within(1e-5);

  private static JsonObject inputs;
  private static JsonObject expected;

  @BeforeAll
  static void read() throws IOException {
    var folder = System.getProperty("planlock.reference");
    assumeTrue(folder != null, "no -Dplanlock.reference=DIR given");
    var real = Path.of(folder, "real", "expected");
    inputs = json(real.resolve("enet_inputs.json"));
    expected = json(real.resolve("enet_r.json")).getAsJsonObject("results");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sudmex_vas_change_m1",
        "sudmex_vas_change_m2",
        "sudmex_vas_change_m3",
        "sudmex_vas_baseline_m1",
        "sudmex_vas_baseline_m2",
        "sudmex_bis11t_change_m1",
        "sudmex_bis11t_change_m2",
        "sudmex_bis11t_change_m3",
        "sudmex_bis11t_baseline_m1",
        "sudmex_bis11t_baseline_m2",
        "rpn_bochum_circuit",
        "rpn_bochum_circuit_unadjusted"
      })
  void agreesWithGlmnetForBothObjectivesAndBothPlacesOfScaling(String name) {
    for (var objective : List.of("textbook", "glmnet")) {
      var answer = expected.getAsJsonObject(name).getAsJsonObject(objective);
      var plain = fit(name, objective, "", false);
      assertSelected(plain, answer.getAsJsonObject("selected"));
      assertCoefficients(plain, answer.getAsJsonObject("coefficients"));
      assertScore(plain, "fitted_r2", answer.get("fitted_r2"));
      assertScore(plain, "loocv_r", answer.get("loocv_r"));
      assertScore(plain, "loocv_q2", answer.get("loocv_q2"));
      assertThat(plain.cv().orElseThrow().predictions().toArray(Double[]::new))
          .usingElementComparator((a, b) -> Math.abs(a - b) <= 1e-5 ? 0 : 1)
          .isEqualTo(numbers(answer.getAsJsonArray("loocv_predictions")));
      var inside = answer.getAsJsonObject("scaled_inside_folds");
      var scaled = fit(name, objective, "", true);
      assertSelected(scaled, inside.getAsJsonObject("selected"));
      assertScore(scaled, "loocv_r", inside.get("loocv_r"));
      assertScore(scaled, "loocv_q2", inside.get("loocv_q2"));
    }
  }

  @ParameterizedTest
  @CsvSource({"sudmex_bis11t_change_m2", "rpn_bochum_circuit_unadjusted"})
  void repeatsSelectionInsideEachTrainingSetOfTheOuterLoop(String name) {
    var outer =
        """
          outer:
            scheme: leave_one_out
            inner: {scheme: leave_one_out}
            scale: {using: inner_training_fold}
            lambda_max: {using: analysis_set}
        """;
    var answer = expected.getAsJsonObject(name).getAsJsonObject("nested_textbook");
    var nested = fit(name, "textbook", outer, true).nested().orElseThrow();
    assertThat(nested.error()).isCloseTo(answer.get("mse").getAsDouble(), CLOSE);
    assertThat(nested.predictions().toArray(Double[]::new))
        .usingElementComparator((a, b) -> Math.abs(a - b) <= 1e-5 ? 0 : 1)
        .isEqualTo(numbers(answer.getAsJsonArray("predictions")));
  }

  private static ModelResult fit(String name, String objective, String outer, boolean inFold) {
    var input = inputs.getAsJsonObject(name);
    var columns =
        input.getAsJsonArray("predictors").asList().stream().map(JsonElement::getAsString).toList();
    var outcome = List.of(numbers(input.getAsJsonArray("y")));
    var x = new double[outcome.size()][columns.size()];
    for (int j = 0; j < columns.size(); j++) {
      var column = input.getAsJsonObject("X").getAsJsonArray(columns.get(j));
      for (int i = 0; i < x.length; i++) {
        x[i][j] = column.get(i).getAsDouble();
      }
    }
    var designs = new MatrixDesigns(columns, x, outcome, inFold);
    var plan = Plans.bind(plan(objective, outer)).orThrow();
    return designs.fitting(plan).fit(Plans.model(plan, "m")).orThrow();
  }

  private static String plan(String objective, String outer) {
    return """
    planlock: 1
    plan: {id: reference}
    penalty:
      family: elastic_net
      objective: %s
      l1_ratio: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]
      lambda: {values: 60, spacing: log_spaced, from: max, to: 0.01 * max}
      lambda_max: {formula: "max_abs(x'(y - mean(y))) / (n * l1_ratio)", using: analysis_set, per: [l1_ratio]}
      standardize: false
      intercept: free
      penalty_factor: {every_term: 1, bounds: none, unpenalised: none}
    validate:
      scheme: leave_one_out
      loss: {of: squared_error, aggregate: mean over rows}
      select: {minimum: jointly, over: [l1_ratio, lambda]}
      ties: {within: 1e-12 absolute, prefer: [smaller l1_ratio, larger lambda]}
    %smodels:
      - {name: m, outcome: y, terms: [x]}
    inference:
      scores:
        - {name: fitted_r2, formula: "squared_correlation(fit, outcome)", constant: undefined}
        - {name: loocv_r, formula: "correlation(cv_prediction, outcome)", constant: undefined}
        - {name: loocv_q2, formula: 1 - sse/sst, sst: mean of all rows}
    """
        .formatted(objective, outer);
  }

  private static void assertSelected(ModelResult result, JsonObject answer) {
    var cell = result.cv().orElseThrow().selected().orElseThrow();
    assertThat(cell.l1Ratio()).isEqualTo(answer.get("alpha").getAsDouble());
    assertThat(cell.lambda()).isCloseTo(answer.get("lambda").getAsDouble(), CLOSE);
    assertThat(cell.error()).isCloseTo(answer.get("mse").getAsDouble(), CLOSE);
  }

  private static void assertCoefficients(ModelResult result, JsonObject answer) {
    var coefficients = result.coefficients();
    assertThat(coefficients.intercept()).isCloseTo(answer.get("(Intercept)").getAsDouble(), CLOSE);
    assertThat(coefficients.byTerm()).hasSize(answer.size() - 1);
    coefficients
        .byTerm()
        .forEach(
            (term, value) ->
                assertThat(value).as(term).isCloseTo(answer.get(term).getAsDouble(), CLOSE));
  }

  private static void assertScore(ModelResult result, String name, JsonElement answer) {
    var score =
        result.scores().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow()
            .value();
    if (answer.isJsonNull()) {
      assertThat(score).as(name).isEmpty();
    } else {
      assertThat(score.orElseThrow()).as(name).isCloseTo(answer.getAsDouble(), CLOSE);
    }
  }

  private static Double[] numbers(Iterable<JsonElement> values) {
    return java.util.stream.StreamSupport.stream(values.spliterator(), false)
        .map(JsonElement::getAsDouble)
        .toArray(Double[]::new);
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
