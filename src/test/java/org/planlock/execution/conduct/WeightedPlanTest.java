package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.deviation.DeviationReport;
import org.planlock.deviation.Evidence;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;

/**
 * Rows that count by a registered column. Expected numbers: R 4.2.2, {@code lm(y ~ x + z, weights =
 * w)} on the ten rows of {@link SmallStudy} with the weights below, and the same without each row
 * in turn; {@code weighted.mean} of the squared errors.
 */
final class WeightedPlanTest {
  private static final Offset<Double> CLOSE = within(1e-10);
  private static final List<String> WEIGHTS =
      List.of("2", "0.5", "1", "3", "1.5", "0.25", "1", "2.5", "0.75", "4");

  @TempDir private Path folder;

  @Test
  void givesTheNumbersOfLmWithWeights() throws IOException {
    var both = Objects.requireNonNull(study(WEIGHTS).results().byName().get("both"));
    assertThat(both.coefficients().intercept()).isCloseTo(0.443806877098675, CLOSE);
    assertThat(both.coefficients().of("x").orElseThrow()).isCloseTo(1.755490868621415, CLOSE);
    assertThat(both.coefficients().of("z").orElseThrow()).isCloseTo(1.085046098247485, CLOSE);
    var cv = both.cv().orElseThrow();
    assertThat(cv.error()).isCloseTo(0.143106222977868, CLOSE);
    assertThat(cv.se()).isCloseTo(0.0660497282855993, CLOSE);
    assertThat(cv.interceptOnlyError()).isCloseTo(41.6054253682539, CLOSE);
  }

  @Test
  void takesEveryRowOnceInScores() throws IOException {
    // R: 1 - sum(e^2) / sum((y - mean(y[-i]))^2), e from the weighted fits
    var both = Objects.requireNonNull(study(WEIGHTS).results().byName().get("both"));
    assertThat(both.r2("crossValidated").orElseThrow()).isCloseTo(0.992644616583371, CLOSE);
  }

  @Test
  void givesTheNumbersOfLmWithoutIntercept() throws IOException {
    var without =
        study(WEIGHTS).with("models.both.penalty.intercept", "none").results().byName().get("both");
    var coefficients = Objects.requireNonNull(without).coefficients();
    assertThat(coefficients.intercept()).isZero();
    assertThat(coefficients.of("x").orElseThrow()).isCloseTo(1.81053120498446, CLOSE);
    assertThat(coefficients.of("z").orElseThrow()).isCloseTo(1.13915118043303, CLOSE);
  }

  @ParameterizedTest
  @CsvSource({"n/a", "0", "-1.5"})
  void refusesWeightsThatAreMissingOrNotAboveZero(String third) throws IOException {
    var weights = new ArrayList<>(WEIGHTS);
    weights.set(2, third);
    var found = study(weights).carriedOut().diagnostics();
    assertThat(found).extracting(Diagnostic::rule).containsOnly(Rule.UNUSABLE_WEIGHTS);
    assertThat(found.get(0).message())
        .isEqualTo("the weight `w` is missing or not above 0 for `s03`");
    assertThat(found.get(0).span().file().name()).isEqualTo("test.plan.yaml");
  }

  @Test
  void saysThatAColumnOfWeightsIsNotThere() throws IOException {
    var unknown =
        study(WEIGHTS).with("models.both.penalty.distribution.weights", "column precision");
    assertThat(unknown.carriedOut().diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.UNKNOWN_COLUMN);
    var words = study(WEIGHTS).with("models.both.penalty.distribution.weights", "column site");
    assertThat(words.carriedOut().diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("`site` is no column of numbers");
  }

  @Test
  void tracesTheWeightsAndFindsThatOthersWereUsed() throws IOException {
    var locked = study(WEIGHTS);
    locked.results();
    var fit = fit(locked);
    assertThat(fit.text("weights")).hasValue("column w");
    assertThat(fit.numbers("weightValues").orElseThrow())
        .containsExactlyElementsOf(WEIGHTS.stream().map(Double::valueOf).toList());
    assertThat(deviations(locked, locked)).isEmpty();
    var changed = locked.with("models.both.penalty.distribution.weights", "equal");
    changed.results();
    assertThat(deviations(locked, changed))
        .containsExactly("X516 models.both.penalty.distribution.weights");
  }

  private Execution study(List<String> weights) throws IOException {
    var plain = SmallStudy.with(folder, "");
    var lines = SmallStudy.TABLE.lines().toList();
    var table = new StringBuilder(lines.get(0) + "\tw\n");
    for (int i = 1; i < lines.size(); i++) {
      table.append(lines.get(i)).append('\t').append(weights.get(i - 1)).append('\n');
    }
    Files.writeString(folder.resolve("people.tsv"), table);
    return plain.with("models.both.penalty", "{family: none, distribution: {weights: column w}}");
  }

  private static TraceEvent fit(Execution execution) {
    return execution.trace.trace("t").events().stream()
        .filter(event -> event.type().equals(TraceEvents.FIT))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> deviations(Execution locked, Execution carriedOut) {
    var report =
        DeviationReport.of(
            new Evidence(locked.plan, Optional.empty(), carriedOut.trace.trace("trace.jsonl")));
    return report.deviations().stream().map(d -> d.rule().code() + " " + d.path()).toList();
  }
}
