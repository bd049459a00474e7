package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.NamedValue;
import org.planlock.execution.result.Results;

/**
 * SUDMEX_TMS and the RPN pain circuit from their published tables. Expected numbers:
 * real/expected/enet_r.json, made by R 4.2.2 and glmnet 4.1-6 at thresh 1e-15 (real/make.R).
 */
final class PublishedNetsTest {
  private static final Offset<Double> CLOSE = within(1e-5);

  @Test
  void tenNetsOfTheStimulationStudyAgreeInBothObjectivesAndBothPlacesOfScaling()
      throws IOException {
    var folder = Execution.published();
    var results = Execution.of("s03-s04-sudmex", folder).results();
    var answers = answers(folder);
    for (var outcome : List.of("vas", "bis11t")) {
      for (var name :
          List.of("change_m1", "change_m2", "change_m3", "baseline_m1", "baseline_m2")) {
        var modelName = name + "_" + outcome;
        var answer = answers.getAsJsonObject("sudmex_" + outcome + "_" + name);
        assertAgrees(results, modelName, answer);
      }
    }
  }

  @Test
  void thePainCircuitAgreesAdjustedAndPlain() throws IOException {
    var folder = Execution.published();
    var results = Execution.of("s06-rpn-circuit", folder).results();
    var answers = answers(folder);
    assertAgrees(results, "circuit_adjusted", answers.getAsJsonObject("rpn_bochum_circuit"));
    assertAgrees(
        results, "circuit_plain", answers.getAsJsonObject("rpn_bochum_circuit_unadjusted"));
    var nested =
        answers.getAsJsonObject("rpn_bochum_circuit_unadjusted").getAsJsonObject("nested_textbook");
    var mainly =
        Execution.of("s06-rpn-circuit", folder)
            .with("models.circuit_plain.penalty.objective", "textbook")
            .with(
                "sensitivity",
                "{not_applicable: the outer loop of the main analysis is asked for}");
    var textbook =
        Objects.requireNonNull(mainly.results().byName().get("circuit_plain"))
            .nested()
            .orElseThrow();
    assertThat(textbook.error()).isCloseTo(nested.get("mse").getAsDouble(), CLOSE);
    assertClose(textbook.predictions(), nested.getAsJsonArray("predictions"));
  }

  @Test
  void aPlanWithoutModelsGivesItsFlow() {
    var results = Execution.of("s05-rpn-flow", Execution.published()).results();
    assertThat(results.models()).isEmpty();
    var flow = results.sample().flow().orElseThrow();
    // real/expected/rpn_exclusions_r.json, kept: bochum 35, essen 37, szeged 19
    assertThat(flow.groups()).extracting(group -> group.kept()).containsExactly(35, 37, 19);
  }

  private static void assertAgrees(Results results, String modelName, JsonObject answer) {
    var glmnet = Objects.requireNonNull(results.byName().get(modelName));
    assertModel(glmnet, answer.getAsJsonObject("glmnet"));
    var textbook = variant(results, "textbook", modelName);
    assertModel(textbook, answer.getAsJsonObject("textbook"));
    var inside = variant(results, "scaled_inside_folds", modelName);
    var expected = answer.getAsJsonObject("glmnet").getAsJsonObject("scaled_inside_folds");
    assertSelected(inside, expected.getAsJsonObject("selected"));
    assertScore(inside, "loocv_r", expected.get("loocv_r"));
    assertScore(inside, "loocv_q2", expected.get("loocv_q2"));
  }

  private static ModelResult variant(Results results, String name, String modelName) {
    return results.sensitivity().stream()
        .filter(variant -> variant.name().equals(name))
        .flatMap(variant -> variant.models().stream())
        .filter(fitted -> fitted.name().equals(modelName))
        .findFirst()
        .orElseThrow();
  }

  private static void assertModel(ModelResult model, JsonObject answer) {
    assertSelected(model, answer.getAsJsonObject("selected"));
    var coefficients = answer.getAsJsonObject("coefficients").entrySet().iterator();
    assertThat(model.coefficients().intercept())
        .isCloseTo(coefficients.next().getValue().getAsDouble(), CLOSE);
    assertThat(model.coefficients().byTerm())
        .hasSize(answer.getAsJsonObject("coefficients").size() - 1);
    assertThat(sorted(model.coefficients().byTerm().values()))
        .usingElementComparator((a, b) -> Math.abs(a - b) <= 1e-5 ? 0 : 1)
        .isEqualTo(sorted(values(answer.getAsJsonObject("coefficients"))));
    for (var score : List.of("fitted_r2", "loocv_r", "loocv_q2")) {
      assertScore(model, score, answer.get(score));
    }
    assertClose(model.cv().orElseThrow().predictions(), answer.getAsJsonArray("loocv_predictions"));
  }

  /** Without the intercept, which comes first; term names differ between the two programs. */
  private static List<Double> values(JsonObject coefficients) {
    return coefficients.entrySet().stream().skip(1).map(e -> e.getValue().getAsDouble()).toList();
  }

  private static List<Double> sorted(java.util.Collection<Double> values) {
    return values.stream().sorted().toList();
  }

  private static void assertSelected(ModelResult model, JsonObject answer) {
    var cell = model.cv().orElseThrow().selected().orElseThrow();
    assertThat(cell.l1Ratio()).isEqualTo(answer.get("alpha").getAsDouble());
    assertThat(cell.lambda()).isCloseTo(answer.get("lambda").getAsDouble(), CLOSE);
    assertThat(cell.error()).isCloseTo(answer.get("mse").getAsDouble(), CLOSE);
  }

  private static void assertScore(ModelResult model, String name, JsonElement answer) {
    var score =
        model.scores().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .flatMap(NamedValue::value);
    if (answer.isJsonNull()) {
      assertThat(score).as(name).isEmpty();
    } else {
      assertThat(score.orElseThrow()).as(name).isCloseTo(answer.getAsDouble(), CLOSE);
    }
  }

  private static void assertClose(List<Double> found, Iterable<JsonElement> expected) {
    var numbers =
        java.util.stream.StreamSupport.stream(expected.spliterator(), false)
            .map(JsonElement::getAsDouble)
            .toList();
    assertThat(found)
        .usingElementComparator((a, b) -> Math.abs(a - b) <= 1e-5 ? 0 : 1)
        .isEqualTo(numbers);
  }

  private static JsonObject answers(Path folder) throws IOException {
    var file = folder.resolve("expected/enet_r.json");
    return JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8))
        .getAsJsonObject()
        .getAsJsonObject("results");
  }
}
