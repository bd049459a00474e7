package org.planlock.lock.seal;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;

/** Any bytes as a sealed table: as they are, and with checksums that fit, as a forger would. */
class SealedTableFuzzTest {
  private static final byte[] SEALED = SealedTableFile.bytes(Trial.sealed());

  static Stream<Arguments> seeds() {
    return Stream.of(Seeds.seed("sealed", SEALED));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    read(bytes);
    read(fitted(bytes));
  }

  private static void read(byte[] bytes) {
    var read = Fuzzed.reported(SealedTableFile.parse(bytes, "allocation.sealed"));
    if (read.isSound()) {
      var table = read.orThrow();
      require(Arrays.equals(SealedTableFile.bytes(table), bytes), "is not as it is written");
      var opened = Fuzzed.reported(table.open(Trial.key(1), "allocation.sealed"));
      // whoever changes the ciphertext without the key cannot make another table of it
      require(!opened.isSound() || Arrays.equals(SEALED, bytes), "opens what nobody sealed");
    }
  }

  private static byte[] fitted(byte[] bytes) {
    var lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", 4);
    return lines.length < 4
        ? bytes
        : Trial.file(
            lines[0].getBytes(StandardCharsets.ISO_8859_1),
            lines[2],
            lines[3].getBytes(StandardCharsets.ISO_8859_1));
  }
}
