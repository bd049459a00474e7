package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.seal.Trial.LOCK;
import static org.planlock.lock.seal.Trial.key;
import static org.planlock.lock.seal.Trial.sealed;
import static org.planlock.lock.seal.Trial.utf8;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;

class BlindedFileTest {
  private static final BlindedFile FILE = file();
  private static final byte[] BYTES = FILE.bytes();

  @Test
  void saysWhatItIsAndComesOutAgain() {
    var text = new String(BYTES, StandardCharsets.UTF_8);
    assertThat(text).startsWith("{\"columns\":[").contains("\"format\":\"planlock-blinded/1\"");
    var read = BlindedFile.parse(BYTES, "x.blind").orThrow();
    assertThat(read.file()).isEqualTo("allocation.csv");
    assertThat(read.lock()).isEqualTo(LOCK);
    assertThat(read.sealed()).isEqualTo(sealed().sha256());
    assertThat(read.columns()).isEqualTo(sealed().header().columns().sealed());
    assertThat(read.table()).isEqualTo(FILE.table());
    assertThat(read.bytes()).isEqualTo(BYTES);
  }

  @Test
  void acceptsNothingThatWasChanged() {
    assertThat(Damage.everyBit(BYTES, 7))
        .noneMatch(damaged -> BlindedFile.parse(damaged.bytes(), "x").isSound());
    assertThat(Damage.everyTruncation(BYTES))
        .noneMatch(damaged -> BlindedFile.parse(damaged.bytes(), "x").isSound());
    assertThat(BlindedFile.parse(new byte[(32 << 20) + 1], "x").isSound()).isFalse();
    assertThat(BlindedFile.read(Path.of("no such.blind")).diagnostics().get(0).rule())
        .isEqualTo(Rule.FILE_MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allocation.csv | ../allocation.csv",
        "planlock-blinded/1 | planlock-sealed/1",
        "\"lock\" | \"lick\"",
        "\"columns\" | \"colums\"",
        "\"sealed\" | \"sailed\"",
      })
  void refusesAnotherFirstLine(String from, String to) {
    var text = new String(BYTES, StandardCharsets.UTF_8).replaceFirst(from, to);
    assertThat(BlindedFile.parse(utf8(text), "x").diagnostics().get(0).rule())
        .isEqualTo(Rule.BLINDED_DAMAGED);
  }

  private static BlindedFile file() {
    var opened = sealed().open(key(1), "x").orThrow();
    var copy = BlindedCopy.byCustodian(opened, key(1), LOCK).orThrow();
    return BlindedFile.of(copy, sealed(), LOCK);
  }
}
