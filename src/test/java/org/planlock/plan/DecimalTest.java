package org.planlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.plan.value.Decimal;

class DecimalTest {
  // JavaScript: String(Number("1e-7")), String(Number("123456789012345680000")) and so on (RFC 8785
  // takes that form)
  @ParameterizedTest
  @CsvSource({
    "1e-7, 1e-7",
    "1e-6, 0.000001",
    "5e-2, 0.05",
    "1e20, 100000000000000000000",
    "1e21, 1e+21",
    "1.50, 1.5",
    "-0.0, 0",
    "1.25e-9, 1.25e-9"
  })
  void keepsOneSpelling(String written, String kept) {
    assertThat(Decimal.parse(written)).map(Decimal::text).hasValue(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0,05", ".5", "½", "5%", "NaN", "1e", "010", "+1", "1_000", "0x1F", "", "1."})
  void readsNoOtherSpelling(String written) {
    assertThat(Decimal.parse(written)).isEmpty();
  }

  @Test
  void refusesDigitsThatADoubleLoses() {
    assertThat(Decimal.parse("0.1000000000000000055")).isEmpty();
    assertThat(Decimal.parse("9007199254740993")).isEmpty();
    assertThat(Decimal.parse("1e400")).isEmpty();
    assertThat(Decimal.parse("9007199254740991")).isPresent();
    assertThat(Decimal.parse("0.1")).isPresent();
    assertThat(Decimal.spelled("0.1000000000000000055").orElseThrow().isExact()).isFalse();
    assertThat(Decimal.spelled("1e400").orElseThrow().isFinite()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1e-9, 2.0 / 3, 1.7976931348623157E308, 4.9E-324, 123456789.125})
  void theDecimalOfADoubleGivesItBack(double number) {
    assertThat(Decimal.of(number).toDouble()).isEqualTo(number);
    assertThat(Decimal.of(number).isExact()).isTrue();
  }
}
