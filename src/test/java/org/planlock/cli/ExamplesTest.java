package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The studies in {@code examples/} do what their pages say. */
class ExamplesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ketamine-ptsd", "diabetes"})
  void theLockHoldsForBothNotations(String name) {
    var study = Path.of("examples", name).toAbsolutePath();
    var desk = new Desk(folder);
    for (var ending : new String[] {".plan", ".plan.yaml"}) {
      int code =
          desk.type(
              "verify", study.resolve(name + ".lock").toString(),
              "--plan", study.resolve(name + ending).toString(),
              "--data", study.resolve("data").toString());
      assertThat(code).as(desk.out() + desk.err()).isZero();
      assertThat(desk.out()).contains("VERIFIED at level T0");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ketamine-ptsd", "diabetes"})
  void executingTheLockGivesTheResultsToTheByte(String name) throws IOException {
    var study = Path.of("examples", name).toAbsolutePath();
    var desk = new Desk(folder);
    int code =
        desk.type(
            "execute",
            study.resolve(name + ".lock").toString(),
            "--data",
            study.resolve("data").toString(),
            "--out",
            folder.resolve("again").toString());
    assertThat(code).as(desk.out() + desk.err()).isZero();
    assertThat(folder.resolve("again/results.json"))
        .hasSameTextualContentAs(study.resolve("expected/results.json"));
  }

  // examples/diabetes/expected/make.R: R 4.2.2, glmnet 4.1-6, thresh 1e-20
  @Test
  void theDiabetesResultsAreThoseOfR() throws IOException {
    var expected = Path.of("examples/diabetes/expected");
    var ours = json(expected.resolve("results.json")).getAsJsonArray("models");
    var r = json(expected.resolve("r-glmnet.json"));
    for (var name : r.keySet()) {
      assertAgrees(named(ours, name), r.getAsJsonObject(name));
    }
    assertThat(r.keySet()).containsExactly("bedside_only", "with_blood");
  }

  private static void assertAgrees(JsonObject ours, JsonObject r) {
    var selected = ours.getAsJsonObject("selected");
    assertNear(selected, "lambda", r, "lambda", 1e-12);
    assertNear(selected, "mse", r, "mse", 1e-9);
    assertNear(selected, "l1Ratio", r, "l1Ratio", 0);
    assertNear(ours, "intercept", r, "intercept", 1e-12);
    assertNear(ours.getAsJsonObject("r2"), "crossValidated", r, "crossValidatedR2", 1e-9);
    assertNear(ours.getAsJsonObject("r2"), "inSample", r, "inSampleR2", 1e-9);
    var coefficients = r.getAsJsonObject("coefficients");
    for (var term : coefficients.keySet()) {
      assertThat(ours.getAsJsonObject("coefficients").get(term).getAsDouble())
          .as(term)
          .isCloseTo(coefficients.get(term).getAsDouble(), within(1e-6));
    }
  }

  private static void assertNear(
      JsonObject ours, String key, JsonObject r, String its, double within) {
    double expected = r.get(its).getAsDouble();
    assertThat(ours.get(key).getAsDouble()).as(key).isCloseTo(expected, within(within * expected));
  }

  private static JsonObject named(JsonArray models, String name) {
    return StreamSupport.stream(models.spliterator(), false)
        .map(element -> element.getAsJsonObject())
        .filter(element -> element.get("name").getAsString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject json(Path file) throws IOException {
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }
}
