package org.planlock.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Design matrices of s03, s04 and s06; expected: enet_inputs.json, made by make.py with numpy. */
class PublishedDesignsTest {
  private static final Map<String, String> OTHER_NAMES = Map.of("male", "sex", "active", "group");

  @ParameterizedTest
  @ValueSource(strings = {"change_m1", "change_m2", "change_m3", "baseline_m1", "baseline_m2"})
  void formsTheDesignsOfTheStimulationTrial(String name) throws IOException {
    var folder = Prepared.published();
    var prepared = Prepared.of(Prepared.text("s03-s04-sudmex"), folder);
    for (var outcome : new String[] {"vas", "bis11t"}) {
      var design = prepared.design(name + "_" + outcome).orThrow();
      compare(design, input(folder, "sudmex_" + outcome + "_" + name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rpn_bochum_circuit", "rpn_bochum_circuit_unadjusted"})
  void formsTheDesignsOfThePainCircuit(String name) throws IOException {
    var folder = Prepared.published();
    var prepared = Prepared.of(Prepared.text("s06-rpn-circuit"), folder);
    var spec = name.endsWith("unadjusted") ? "circuit_plain" : "circuit_adjusted";
    var design = prepared.design(spec).orThrow();
    var expected = input(folder, name);
    assertThat(design.columns())
        .isEqualTo(
            expected.getAsJsonArray("predictors").asList().stream()
                .map(each -> each.getAsString())
                .toList());
    compare(design, expected);
  }

  private static void compare(Design design, JsonObject expected) {
    var x = expected.getAsJsonObject("X");
    assertThat(design.columns()).hasSize(x.size());
    for (var entry : x.entrySet()) {
      close(
          Prepared.column(design, ours(entry.getKey(), design)), entry.getValue().getAsJsonArray());
    }
    close(
        design.outcome().stream().mapToDouble(Double::doubleValue).toArray(),
        expected.getAsJsonArray("y"));
  }

  private static String ours(String theirs, Design design) {
    if (design.columns().contains(theirs)) {
      return theirs;
    }
    return theirs.startsWith("active:")
        ? theirs.substring("active:".length()) + ":group"
        : OTHER_NAMES.getOrDefault(theirs, theirs);
  }

  private static void close(double[] actual, JsonArray expected) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i]).isCloseTo(expected.get(i).getAsDouble(), within(1e-10));
    }
  }

  private static JsonObject input(Path folder, String name) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve("expected/enet_inputs.json")))
        .getAsJsonObject()
        .getAsJsonObject(name);
  }
}
