package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.execution.result.CvCurve;
import org.planlock.execution.result.ModelResult;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.notation.PlanNotation;

/**
 * Whole plans against R 4.2.2, glmnet 4.1-6: {@code cv.glmnet(x, y, alpha, foldid, thresh, keep =
 * TRUE)} of each reference case as it is, one model over all values of alpha, {@code solve glmnet}
 * and {@code lambda_folds own}; and {@code solve exact} against {@code thresh = 1e-24}.
 */
final class GlmnetModeTest {
  private static final String USUAL = "glmnet\n      passes: {threshold: 1e-7, most: 1000000000}";
  private static final String TIGHT = "glmnet\n      passes: {threshold: 1e-14, most: 1000000000}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "trial_interactions_madrs, default, 1e-9",
    "penalty_factors_weights, default, 1e-9",
    "penalty_factors_weights, tight, 1e-9",
    "square_21, default, 1e-9",
    "tall_five_folds, default, 1e-9",
    "tall_five_folds, tight, 1e-9",
    "not_standardised, default, 1e-9",
    "constant_and_rare, default, 1e-9",
    "wide_raw_scales, default, 1e-9",
    "binomial, default, 1e-8",
  })
  void aPlanGivesTheNumbersOfCvGlmnet(String name, String run, double near) throws IOException {
    var study = GlmnetStudy.of(name);
    var net = net(study.asInR(folder, run.equals("default") ? USUAL : TIGHT));
    var curves = net.cv().orElseThrow().curves();
    JsonArray lines = study.run(run).getAsJsonArray("alphas");
    assertThat(curves).hasSize(lines.size());
    for (int line = 0; line < lines.size(); line++) {
      var expected = lines.get(line).getAsJsonObject();
      same(curves.get(line).lambda(), expected.getAsJsonArray("lambda"), 1e-12);
      same(curves.get(line).error(), expected.getAsJsonArray("cvm"), near);
      same(curves.get(line).se(), expected.getAsJsonArray("cvsd"), near);
    }
    chosen(study, net, run, near);
  }

  @ParameterizedTest
  @CsvSource({"trial_interactions_madrs", "square_21", "tall_five_folds"})
  void anExactPlanGivesTheNumbersOfAThresholdOfNothing(String name) throws IOException {
    var study = GlmnetStudy.of(name);
    var net = net(study.asInR(folder, "exact"));
    var lines = study.run("exact").getAsJsonArray("alphas");
    for (int line = 0; line < lines.size(); line++) {
      var expected = lines.get(line).getAsJsonObject();
      CvCurve curve = net.cv().orElseThrow().curves().get(line);
      same(curve.lambda(), expected.getAsJsonArray("lambda"), 1e-12);
      same(curve.error(), expected.getAsJsonArray("cvm"), 1e-7);
    }
    chosen(study, net, "exact", 1e-6);
  }

  /** The default tolerance of R keeps 7 terms of this study, the optimum 6. */
  @Test
  void saysWhatTheOtherWayWouldHaveRetained() throws IOException {
    var study = GlmnetStudy.of("trial_interactions_madrs");
    var more =
        study.chosenTerms("default").stream()
            .filter(term -> !study.chosenTerms("exact").contains(term))
            .toList();
    assertThat(more).isNotEmpty();
    var exact = study.asInR(folder, "exact");
    var net = net(exact);
    var other = net.otherSolve().orElseThrow();
    assertThat(other.solve()).isEqualTo("glmnet");
    assertThat(other.terms()).containsExactlyElementsOf(study.chosenTerms("default"));
    assertThat(other.note())
        .startsWith("R's default tolerance would have ")
        .contains("retained `" + String.join("`, `", more) + "` as well");
    assertThat(exact.trace.trace("t").events())
        .filteredOn(event -> event.type().equals("other_solve"))
        .extracting(event -> event.text("note").orElseThrow())
        .containsExactly(other.note());
    var back = net(study.asInR(folder, USUAL)).otherSolve().orElseThrow();
    assertThat(back.note()).startsWith("the exact optimum would ");
    assertThat(back.terms()).containsExactlyElementsOf(study.chosenTerms("exact"));
  }

  @Test
  void isOnePlanInBothNotations() throws IOException {
    var yaml = GlmnetStudy.of("penalty_factors_weights").ownPlan(USUAL);
    var tree = Execution.tree(yaml).orThrow();
    var text = PlanNotation.PLAN.writer().write(tree).orThrow();
    var there = PlanNotation.PLAN.reader().read(SourceFile.of("net.plan", text)).orThrow();
    var digest = PlanDigest.of(PlanBinder.bind(tree).orThrow().canonical()).orThrow();
    assertThat(PlanDigest.of(PlanBinder.bind(there).orThrow().canonical()).orThrow())
        .isEqualTo(digest);
  }

  private static ModelResult net(Execution execution) {
    return Objects.requireNonNull(execution.results().byName().get("net"));
  }

  private static void chosen(GlmnetStudy study, ModelResult net, String run, double near) {
    JsonObject chosen = study.run(run).getAsJsonObject("chosen");
    var cell = net.cv().orElseThrow().selected().orElseThrow();
    assertThat(cell.l1Ratio()).isEqualTo(chosen.get("alpha").getAsDouble());
    double lambda = chosen.get("lambda").getAsDouble();
    assertThat(cell.lambda()).isCloseTo(lambda, within(1e-12 * lambda));
    var found = net.coefficients().byTerm();
    double largest = found.values().stream().mapToDouble(Math::abs).max().orElseThrow();
    found.forEach(
        (term, value) ->
            assertThat(value)
                .as(term)
                .isCloseTo(study.chosenCoefficient(run, term), within(near * largest)));
  }

  private static void same(List<Double> found, JsonArray expected, double near) {
    assertThat(found).hasSize(expected.size());
    for (int k = 0; k < found.size(); k++) {
      double value = expected.get(k).getAsDouble();
      assertThat(found.get(k)).as("at %d", k).isCloseTo(value, within(near * Math.abs(value)));
    }
  }
}
