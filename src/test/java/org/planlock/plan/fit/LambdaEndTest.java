package org.planlock.plan.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ends of a sequence of lambda, and what is wrong with sequences that folds make on their own. */
final class LambdaEndTest {
  @ParameterizedTest(name = "{0} with {1} rows and {2} columns: {3}")
  @CsvSource({
    "max, 5, 9, 1",
    "0.5, 5, 9, 0.5",
    "0.01 * max, 5, 9, 0.01",
    "'0.01 * max when n < p, else 0.0001 * max', 5, 9, 0.01",
    "'0.01 * max when n < p, else 0.0001 * max', 9, 9, 1e-4",
    "'0.01 * max when n<p else 0.0001 * max', 9, 5, 1e-4",
  })
  void anEndMayDependOnTheShapeOfTheData(String text, int rows, int columns, double factor) {
    var end = LambdaEnd.parse(text).orElseThrow();
    assertThat(end.factor(rows, columns).toDouble()).isEqualTo(factor);
    assertThat(LambdaEnd.parse(end.text())).contains(end);
  }

  @ParameterizedTest(name = "`{0}` is refused")
  @CsvSource({
    "'few when n < p, else 0.0001 * max'",
    "'0.01 * max when n < p, else few'",
    "'0.01 * max when n < p, else 0.1'",
    "'0.01 * max when n > p, else 0.1 * max'",
    "'0.01 * min'",
    "'few * max'",
  })
  void anEndOfNoNumberIsRefused(String text) {
    assertThat(LambdaEnd.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} values, {1}, from {2} to {3}: {4}")
  @CsvSource({
    "100, LOG_SPACED, max, 0.01 * max, ",
    "100, LOG_SPACED, max, '0.01 * max when n < p, else 0.0001 * max', ",
    "100, EVENLY_SPACED, max, 0.01 * max, OTHER_ENDS",
    "100, LOG_SPACED, 4, 0.01 * max, OTHER_ENDS",
    "100, LOG_SPACED, 0.5 * max, 0.01 * max, OTHER_ENDS",
    "100, LOG_SPACED, max, 0.04, OTHER_ENDS",
    "2, LOG_SPACED, max, 0.01 * max, TOO_SHORT",
    "3, LOG_SPACED, max, 0.01 * max, ",
    "100, LOG_SPACED, max, max, NOT_FALLING",
    "100, LOG_SPACED, max, '0.01 * max when n < p, else 2 * max', NOT_FALLING",
    "100, LOG_SPACED, max, 1e-7 * max, BELOW_FLOOR",
    "100, LOG_SPACED, max, '0.01 * max when n < p, else 1e-7 * max', BELOW_FLOOR",
  })
  void ownSequencesFallFromTheLargest(
      int values, LambdaRule.Spacing spacing, String from, String to, OwnSequenceFault fault) {
    var rule =
        new LambdaRule.Spaced(
            values,
            spacing,
            LambdaEnd.parse(from).orElseThrow(),
            LambdaEnd.parse(to).orElseThrow(),
            LambdaRule.Ends.BOTH_INCLUDED);
    assertThat(OwnSequenceFault.of(rule)).isEqualTo(Optional.ofNullable(fault));
  }
}
