package org.planlock.lock.time;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;

/** Any bytes as the file of those whom a verifier believes. */
class AnchorFuzzTest {
  static Stream<Arguments> seeds() {
    return Seeds.ending(
        ".pem",
        "conformance/time_by_an_authority_ok",
        "conformance/time_by_two_authorities_ok",
        "conformance/time_by_a_revoked_certificate_fail",
        "conformance/time_roots_unreadable_fail");
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    var read = Fuzzed.reported(AnchorFiles.parse(bytes, "root.pem"));
    if (read.isSound()) {
      var anchors = read.orThrow();
      require(
          anchors.certificates().size() + anchors.revocations().size() > 0,
          "accepts a file that holds nobody");
    }
  }
}
