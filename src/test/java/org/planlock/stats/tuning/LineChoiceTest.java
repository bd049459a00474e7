package org.planlock.stats.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.stats.DoubleVector;

class LineChoiceTest {

  static Stream<Path> cases() throws IOException {
    return Stream.concat(files("glmnet").stream(), files("nets").stream()).sorted();
  }

  private static List<Path> files(String folder) throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/reference", folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  /**
   * {@code index_min} and {@code index_1se} as R 4.2.2, glmnet 4.1-6 chose them from its errors.
   */
  @ParameterizedTest
  @MethodSource("cases")
  void choosesWhatGlmnetChooses(Path file) throws IOException {
    var runs =
        JsonParser.parseString(Files.readString(file)).getAsJsonObject().getAsJsonObject("runs");
    for (var run : runs.entrySet()) {
      for (var element : run.getValue().getAsJsonObject().getAsJsonArray("alphas")) {
        var line = element.getAsJsonObject();
        var choice =
            LineChoice.of(
                numbers(line.getAsJsonArray("cvm")), numbers(line.getAsJsonArray("cvsd")));
        assertThat(choice.indexMin() + 1)
            .as("%s alpha %s", run.getKey(), line.get("alpha"))
            .isEqualTo(line.get("index_min").getAsInt());
        assertThat(choice.indexOneSe() + 1)
            .as("%s alpha %s", run.getKey(), line.get("alpha"))
            .isEqualTo(line.get("index_1se").getAsInt());
      }
    }
  }

  private static DoubleVector numbers(JsonArray array) {
    return DoubleVector.of(array.asList().stream().mapToDouble(JsonElement::getAsDouble).toArray());
  }

  /** A bump before the minimum does not stop the search for one standard error. */
  @Test
  void searchesTheWholeLine() {
    var errors = DoubleVector.of(9, 5, 8, 4, 4, 7);
    var ses = DoubleVector.of(1, 1, 1, 1, 2, 1);
    assertThat(LineChoice.of(errors, ses)).isEqualTo(new LineChoice(3, 1));
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineChoice.of(DoubleVector.of(), DoubleVector.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LineChoice.of(DoubleVector.of(1, 2), DoubleVector.of(1)));
  }
}
