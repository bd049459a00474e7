package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaltTest {
  private static final String DIGITS = "0123456789abcdef".repeat(4);

  @Test
  void isNeverTheSameTwice() {
    assertThat(Stream.generate(Salt::fresh).limit(1000).distinct()).hasSize(1000);
  }

  @Test
  void isItsBytes() {
    assertThat(Salt.of(new Salt(DIGITS).bytes())).isEqualTo(new Salt(DIGITS));
    assertThat(Salt.parse(DIGITS)).contains(new Salt(DIGITS));
    assertThat(Salt.fresh().bytes()).hasSize(Salt.BYTES);
  }

  @Test
  void isNotToldByAccident() {
    var salt = new Salt(DIGITS);
    var statement =
        Locks.lock().statement().concealedBy(new Concealment(salt, Sha256.of(salt.bytes())));
    assertThat(salt + " " + statement + statement.concealment()).doesNotContain("0123456789abcdef");
    assertThatThrownBy(() -> new Salt(DIGITS + "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n"
      })
  void isNothingElse(String text) {
    assertThat(Salt.parse(text)).isEmpty();
    assertThatThrownBy(() -> new Salt(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hasExactlyItsLength() {
    assertThatThrownBy(() -> Salt.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Salt.of(new byte[33])).isInstanceOf(IllegalArgumentException.class);
  }
}
