package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.planlock.execution.result.Results;

/**
 * The simulated trial from its tables to its elastic nets, and what single words of its plan
 * decide. Expected numbers: elastic_net_tight.json, made by elastic_net_tight.R beside it with R
 * 4.2.2 and glmnet 4.1-6 at thresh 1e-24; where a test names fewer digits, the same at 1e-14.
 */
final class SimulatedTrialTest {
  private static final Offset<Double> CLOSE = within(1e-5);

  private final Execution asRegistered = Execution.of("rct21-table", Execution.RCT);

  @Test
  void agreesWithGlmnetInEveryCoefficientAndPrediction() throws IOException {
    var results = asRegistered.results();
    assertAgrees(results, "drug_agnostic", expected("drug_agnostic"));
    assertAgrees(results, "drug_specific", expected("drug_specific"));
  }

  private static JsonObject expected(String reading) throws IOException {
    var file = Execution.RCT.resolve("expected/elastic_net_tight.json");
    return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8))
        .getAsJsonObject()
        .getAsJsonArray("models")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .filter(model -> model.get("model").getAsString().equals(reading))
        .findFirst()
        .orElseThrow();
  }

  private static void assertAgrees(Results results, String modelName, JsonObject expected) {
    var model = Objects.requireNonNull(results.byName().get(modelName));
    var cv = model.cv().orElseThrow();
    var cell = cv.selected().orElseThrow();
    assertThat(cell.l1Ratio()).isEqualTo(expected.get("alpha").getAsDouble());
    assertThat(cell.lambda()).isCloseTo(expected.get("lambda").getAsDouble(), CLOSE);
    assertThat(cv.error()).isCloseTo(expected.get("loocv_mse").getAsDouble(), CLOSE);
    assertThat(cv.interceptOnlyError())
        .isCloseTo(expected.get("null_loocv_mse").getAsDouble(), CLOSE);
    var coefficients = expected.getAsJsonObject("coefficients").entrySet().iterator();
    assertThat(model.coefficients().intercept())
        .isCloseTo(coefficients.next().getValue().getAsDouble(), CLOSE);
    for (var value : model.coefficients().byTerm().values()) {
      assertThat(value).isCloseTo(coefficients.next().getValue().getAsDouble(), CLOSE);
    }
    assertThat(coefficients).isExhausted();
    var predictions = expected.getAsJsonObject("loocv_predictions");
    for (int i = 0; i < model.participants().size(); i++) {
      assertThat(cv.predictions().get(i))
          .isCloseTo(predictions.get(model.participants().get(i)).getAsDouble(), CLOSE);
    }
  }

  @Test
  void residualisingOnTheAnalysedAloneChoosesTheLasso() {
    assertCell(
        asRegistered.with("prepare.main.1.using", "analysis_set"),
        "drug_agnostic",
        1.0,
        0.0553,
        9.372);
  }

  @Test
  void theTextbookObjectiveChoosesAnotherCell() {
    assertCell(
        asRegistered.with("penalty.objective", "textbook"), "drug_agnostic", 0.8, 0.0920, 23.241);
  }

  @Test
  void eachConstructionOfAProductGivesItsOwnNumbers() throws IOException {
    var raw =
        asRegistered.with("prepare.main.5.as", "\"product(residual imaging, unscaled dummy)\"");
    assertAgrees(raw.results(), "drug_specific", expected("raw products"));
    var unscaled = asRegistered.with("prepare.main.6", "{not_applicable: products stay as formed}");
    assertAgrees(unscaled.results(), "drug_specific", expected("products not scaled"));
    var dummyToo = unscaled.with("prepare.main.4.scale", "[imaging, clinical]");
    assertAgrees(dummyToo.results(), "drug_specific", expected("products and dummy not scaled"));
  }

  @Test
  void learningInsideFoldsGivesTheNumbersOfTheKetaminePlan() {
    var results = Execution.of("ketamine-table", Execution.RCT).results();
    assertThat(results.sample().analysed()).hasSize(21);
    assertCell(results, "drug_agnostic", 0.8, 1.393, 29.262);
    assertCell(results, "arm_adjusted", 0.5, 2.062, 31.296);
    assertCell(results, "drug_specific", 0.6, 1.858, 31.404);
  }

  private static void assertCell(
      Execution execution, String modelName, double l1Ratio, double lambda, double mse) {
    assertCell(execution.results(), modelName, l1Ratio, lambda, mse);
  }

  private static void assertCell(
      Results results, String modelName, double l1Ratio, double lambda, double mse) {
    var model = Objects.requireNonNull(results.byName().get(modelName));
    var cell = model.cv().orElseThrow().selected().orElseThrow();
    assertThat(cell.l1Ratio()).isEqualTo(l1Ratio);
    assertThat(cell.lambda()).isCloseTo(lambda, within(5e-4));
    assertThat(cell.error()).isCloseTo(mse, within(5e-4));
  }
}
