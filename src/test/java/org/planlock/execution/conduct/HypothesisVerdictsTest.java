package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.execution.result.HypothesisResult;
import org.planlock.execution.result.HypothesisResult.Verdict;
import org.planlock.trace.TraceEvents;

/** Every way in which a hypothesis can come out; the slope of {@code x} is 1.7 by R's lm. */
final class HypothesisVerdictsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'coefficient(both, x) > 1'             | 'coefficient(both, x) < -1' | CORROBORATED",
        "'coefficient(both, x) > 2'             | 'coefficient(both, x) < 2'  | FALSIFIED",
        "'coefficient(both, x) > 1'             | 'cv_r2(both) > 0'           | INCONCLUSIVE",
        "'coefficient(both, x) > 2'             | 'coefficient(both, x) < 0'  | INCONCLUSIVE",
        "'coefficient(both, w) > 2'             | 'coefficient(both, x) < 0'  | INCONCLUSIVE",
        "'coefficient(both, x) > 1'             | 'nested_r2(both) < 0'       | INCONCLUSIVE",
        "'fold_share(both, z, positive) >= 0.9' | 'cv_mse(both) > 1'          | CORROBORATED",
        "'fold_share(both, z, negative) > 0 %'  | 'in_sample_r2(both) < 0.5'  | INCONCLUSIVE",
        "'retained(both, z)'                    | 'not retained(both, x)'     | CORROBORATED",
        "'n(both) = 10'                         | 'n(both) < 10'              | CORROBORATED"
      })
  void followFromTheResultsAlone(String corroborated, String falsified, Verdict verdict) {
    assertThat(decided(corroborated, falsified, "").verdict()).isEqualTo(verdict);
  }

  @Test
  void sayWhyNothingCouldBeDecided() {
    assertThat(decided("coefficient(both, w) > 0", "cv_mse(both) > 1", "").reason())
        .hasValue("`both` has no term `w`");
    assertThat(decided("nested_r2(both) > 0", "cv_mse(both) > 1", "").reason())
        .hasValue("`both` has no `nested_r2` by this plan");
    assertThat(decided("cv_mse(both) < 9", "cv_mse(both) < 9", "").reason())
        .hasValue("both conditions are met");
    assertThat(decided("cv_mse(both) > 9", "cv_mse(both) > 9", "").reason())
        .hasValue("neither condition is met");
  }

  @Test
  void mayRestOnAnotherVerdict() {
    var other =
        "  - {id: H2, corroborated: \"cv_mse(both) < 1\", falsified: \"cv_mse(both) > 1\"}\n";
    assertThat(decided("verdict(H2) = corroborated", "verdict(H2) = falsified", other).verdict())
        .isEqualTo(Verdict.CORROBORATED);
  }

  @Test
  void mayNotRestOnThemselves() {
    var own = decided("verdict(H1) = corroborated", "verdict(H1) = falsified", "");
    assertThat(own.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(own.reason()).hasValue("the verdict on `H1` depends on itself");
  }

  @Test
  void areTracedWithTheValuesThatDecided() {
    var execution = study("coefficient(both, x) > 1", "cv_mse(both) > 1", "");
    execution.results();
    var event = execution.trace.trace("t").first(TraceEvents.HYPOTHESIS).orElseThrow();
    assertThat(event.text("verdict")).hasValue("corroborated");
    assertThat(event.object("values").orElseThrow().members())
        .containsOnlyKeys("coefficient(both, x)", "cv_mse(both)");
  }

  @Test
  void differFromThoseOfAnAlternativeInPlainWords() {
    var alternative =
        """
        sensitivity:
          variants:
            - {name: first only, set: [{path: models.both.terms, value: [z]}]}
          disagree: {when: verdict(H1) differs, then: "report, keep main"}
        """;
    var results =
        study("in_sample_r2(both) > 0.9", "in_sample_r2(both) < 0.5", alternative).results();
    assertThat(results.sensitivity().get(0).disagreements())
        .containsExactly(
            "H1 is corroborated in the main analysis and falsified here; the plan says: report,"
                + " keep main");
  }

  private HypothesisResult decided(String corroborated, String falsified, String more) {
    return study(corroborated, falsified, more).results().hypotheses().get(0);
  }

  private Execution study(String corroborated, String falsified, String more) {
    var plan =
        """
        retained: abs(coefficient) > 1e-8
        hypotheses:
          - id: H1
            corroborated: "%s"
            falsified: "%s"
            otherwise: inconclusive
        """
            .formatted(corroborated, falsified);
    return SmallStudy.with(folder, plan + more);
  }
}
