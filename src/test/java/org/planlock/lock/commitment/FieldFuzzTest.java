package org.planlock.lock.commitment;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;
import org.planlock.lock.OneLine;

/** Any bytes as the commitment to a private plan and as the proof of a field of it. */
class FieldFuzzTest {
  static Stream<Arguments> seeds() {
    return Stream.of(".commitment", ".field")
        .flatMap(ending -> Seeds.ending(ending, "conformance"));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    var commitment = Fuzzed.reported(CommitmentFile.parse(bytes, "small.commitment"));
    if (commitment.isSound()) {
      isAsWritten(CommitmentFile.bytes(commitment.orThrow()), bytes);
    }
    var field = Fuzzed.reported(FieldProofFile.parse(bytes, "shown.field"));
    if (field.isSound()) {
      isAsWritten(FieldProofFile.bytes(field.orThrow()), bytes);
    }
  }

  private static void isAsWritten(byte[] expected, byte[] bytes) {
    require(OneLine.isAsWritten(expected, bytes), "accepts bytes that it does not write");
  }
}
