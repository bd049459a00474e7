package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.execution.result.CvCurve;
import org.planlock.execution.result.ModelResult;
import org.planlock.execution.result.Results;

/**
 * Whole plans against R 4.2.2, glmnet 4.1-6: {@code cv.glmnet(..., lambda = common sequence, thresh
 * = 1e-24)} of each reference case, its sequence declared as a listed grid, one model an l1Ratio,
 * its folds and weights in columns of the table.
 */
final class GlmnetPlansTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "penalty_factors_weights",
        "trial_interactions",
        "tall_five_folds",
        "not_standardised",
        "constant_and_rare",
        "wide_raw_scales"
      })
  void aPlanGivesTheErrorsAndCoefficientsOfGlmnet(String name) throws IOException {
    var study = GlmnetStudy.of(name);
    var results = study.in(folder).results();
    var lines = study.lines();
    for (int line = 0; line < lines.size(); line++) {
      var expected = lines.get(line).getAsJsonObject();
      var cv = model(results, line).cv().orElseThrow();
      agrees(expected, cv.curves().get(0));
      int best = expected.get("index_min").getAsInt() - 1;
      assertThat(cv.selected().orElseThrow().lambda())
          .isEqualTo(cv.curves().get(0).lambda().get(best));
    }
    agreesOnTheChoice(study, results);
  }

  private static void agrees(JsonObject expected, CvCurve curve) {
    JsonArray cvm = expected.getAsJsonArray("cvm");
    JsonArray cvsd = expected.getAsJsonArray("cvsd");
    assertThat(curve.error()).hasSize(cvm.size());
    for (int k = 0; k < cvm.size(); k++) {
      double mean = cvm.get(k).getAsDouble();
      double sd = cvsd.get(k).getAsDouble();
      assertThat(curve.error().get(k)).as("cvm %d", k).isCloseTo(mean, within(1e-7 * mean));
      assertThat(curve.se().get(k)).as("cvsd %d", k).isCloseTo(sd, within(1e-7 * sd));
    }
  }

  private static void agreesOnTheChoice(GlmnetStudy study, Results results) {
    var chosen = study.chosen();
    int line = study.lineOf(chosen.get("alpha").getAsDouble());
    var coefficients = model(results, line).coefficients();
    var expected = study.coefficients();
    double largest = expected.stream().mapToDouble(Math::abs).max().orElseThrow();
    assertThat(coefficients.intercept())
        .isCloseTo(chosen.get("intercept").getAsDouble(), within(1e-6 * largest));
    int column = 0;
    for (double value : coefficients.byTerm().values()) {
      assertThat(value).isCloseTo(expected.get(column), within(1e-6 * largest));
      column++;
    }
    assertThat(column).isEqualTo(expected.size());
    double best =
        results.models().stream()
            .mapToDouble(m -> m.cv().orElseThrow().error())
            .min()
            .orElseThrow();
    assertThat(model(results, line).cv().orElseThrow().error()).isEqualTo(best);
  }

  private static ModelResult model(Results results, int line) {
    return Objects.requireNonNull(results.byName().get("line" + line));
  }
}
