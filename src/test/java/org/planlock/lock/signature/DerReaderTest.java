package org.planlock.lock.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerReaderTest {
  @Test
  void readsWhatTheWriterWrites() throws DerReader.Malformed {
    for (int length : new int[] {0, 1, 127, 128, 255, 256, 60_000}) {
      var content = new byte[length];
      var reader = new DerReader(Der.octets(content));
      assertThat(reader.octets()).isEqualTo(content);
      reader.end();
    }
    for (int number : new int[] {0, 1, 127, 128, 255, 256, 600_000, Integer.MAX_VALUE}) {
      assertThat(new DerReader(Der.integer(number)).number()).isEqualTo(number);
    }
  }

  /** DER has one spelling for each value; BER, from which it comes, has many. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "02",
        "0201",
        "020500ffffffff",
        "0200",
        "0201ff",
        "02020001",
        "028101",
        "02820001",
        "0280",
        "0283000001",
        "04810101",
        "02818001",
        "3000"
      })
  void refusesNumbersThatAreSpeltOtherwise(String hex) {
    assertThatThrownBy(() -> new DerReader(HexFormat.of().parseHex(hex)).number())
        .isInstanceOf(DerReader.Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0481", "04820080", "048100", "0482", "048201", "04847fffffff", "040101ff02"})
  void refusesLengthsThatAreSpeltOtherwise(String hex) {
    assertThatThrownBy(
            () -> {
              var reader = new DerReader(HexFormat.of().parseHex(hex));
              reader.octets();
              reader.end();
            })
        .isInstanceOf(DerReader.Malformed.class);
  }

  @Test
  void passesOverNothing() throws DerReader.Malformed {
    new DerReader(new byte[0]).nothing();
    new DerReader(Der.nothing()).nothing();
    assertThatThrownBy(() -> new DerReader(new byte[] {5, 1, 0}).nothing())
        .isInstanceOf(DerReader.Malformed.class);
  }
}
