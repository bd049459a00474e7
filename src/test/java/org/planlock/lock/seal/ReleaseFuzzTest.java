package org.planlock.lock.seal;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;
import org.planlock.lock.OneLine;

/** Any bytes as a custodian's release, as a blinded table and as a custodian's key. */
class ReleaseFuzzTest {
  static Stream<Arguments> seeds() {
    return Stream.of(
        Seeds.seed("everything", ReleaseFile.bytes(Trial.release())),
        Seeds.seed("one participant", ReleaseFile.bytes(Trial.emergency("s07"))),
        Seeds.seed("key", CustodianKeyFile.bytes(Trial.key(1))));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    var release = Fuzzed.reported(ReleaseFile.parse(bytes, "outcome.release"));
    if (release.isSound()) {
      var written = ReleaseFile.bytes(release.orThrow());
      require(OneLine.isAsWritten(written, bytes), "accepts bytes that it does not write");
    }
    Fuzzed.reported(BlindedFile.parse(bytes, "allocation.blind"));
    var key = Fuzzed.reported(CustodianKeyFile.parse(bytes, "custodian.key"));
    if (key.isSound()) {
      var written = CustodianKeyFile.bytes(key.orThrow());
      require(OneLine.isAsWritten(written, bytes), "accepts bytes that it does not write");
    }
  }
}
