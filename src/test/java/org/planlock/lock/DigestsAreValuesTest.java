package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestsAreValuesTest {
  private static final String ZEROS = "0".repeat(64);
  private static final String OTHER = "0".repeat(63) + "a";

  @Test
  void equal_digits_are_equal_digests() {
    assertThat(new Sha256(new String(ZEROS.toCharArray())))
        .isEqualTo(new Sha256(ZEROS))
        .hasSameHashCodeAs(new Sha256(ZEROS))
        .isNotEqualTo(new Sha256(OTHER))
        .isNotEqualTo(ZEROS);
    assertThat(new PlanDigest(new Sha256(ZEROS)))
        .isEqualTo(new PlanDigest(new Sha256(ZEROS)))
        .hasSameHashCodeAs(new PlanDigest(new Sha256(ZEROS)))
        .isNotEqualTo(new PlanDigest(new Sha256(OTHER)))
        .isNotEqualTo(new Sha256(ZEROS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "/", ":", "`", "g", "A"})
  void only_64_lower_case_digits_are_a_digest(String last) {
    var text = "f".repeat(63) + (last.equals("0") ? "00" : last);
    assertThat(Sha256.parse(text)).isEmpty();
    assertThatThrownBy(() -> new Sha256(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Sha256.parse("09af".repeat(16))).isPresent();
  }
}
