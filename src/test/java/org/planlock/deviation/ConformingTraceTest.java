package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ConformingTraceTest {
  @Test
  void anAnalysisThatKeepsToThePlanHasNoDeviation() {
    assertThat(SmallStudy.conforming().found()).isEmpty();
  }

  @Test
  void conformsAndIsConfirmatory() {
    var judgement =
        Judgement.of(
            SmallStudy.conforming().evidence(), DeclaredDeviations.NONE, LockStanding.INTACT);
    assertThat(judgement.verdict()).isEqualTo(Verdict.CONFORMS);
    assertThat(judgement.labels().overall()).isEqualTo(Label.CONFIRMATORY);
    assertThat(judgement.diagnostics()).isEmpty();
  }
}
