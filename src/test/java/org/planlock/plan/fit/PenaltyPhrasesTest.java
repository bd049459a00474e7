package org.planlock.plan.fit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PenaltyPhrasesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "0 .. infinity",
        "-infinity .. 0",
        "-1 .. 1 for age, group",
        "0 .. infinity for age and -2 .. 0.5 for group",
        "as the protocol says"
      })
  void readsBoundsBackAsTheyWereWritten(String text) {
    assertThat(Bounds.parse(text)).map(Bounds::text).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 .. 2",
        "-2 .. -1",
        "0 ..",
        ".. 1",
        "0 .. 1 .. 2",
        "0 .. many",
        "few .. 1",
        "infinity .. infinity",
        "0 .. -infinity",
        "0 .. 1 for",
        "0 .. 1 for age,",
        "0 .. 1 for age, , group",
        "0 .. 1 and"
      })
  void refusesRangesThatHoldNoZeroOrAreNone(String text) {
    assertThat(Bounds.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "relaxed gamma 0, 0.5, 1", "relaxed gamma 1", "by hand"})
  void readsRefitsBackAsTheyWereWritten(String text) {
    assertThat(Refit.parse(text)).map(Refit::text).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relaxed",
        "relaxed gamma",
        "relaxed gamma 2",
        "relaxed gamma -0.5",
        "relaxed gamma 0, 0",
        "relaxed gamma 0, half",
        "relaxed gamma 0,"
      })
  void refusesGammasThatAreNoSharesOrStandTwice(String text) {
    assertThat(Refit.parse(text)).isEmpty();
  }
}
