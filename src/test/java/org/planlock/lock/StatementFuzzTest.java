package org.planlock.lock;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;
import org.planlock.lock.proof.Anchors;

/** Any bytes as the statement of a lock whose checksums fit, as a forger would make them. */
class StatementFuzzTest {
  static Stream<Arguments> seeds() {
    return Stream.of(
            "lock_as_made_ok",
            "lock_with_unicode_title_ok",
            "lock_that_amends_another_ok",
            "lock_statement_with_one_more_member_fail",
            "files_all_here_ok",
            "files_path_of_a_device_fail")
        .flatMap(
            study -> Seeds.ending(".lock", StatementFuzzTest::statement, "conformance/" + study));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    var lock = LockForgery.file(bytes, List.of(), List.of());
    FuzzedLock.verify(lock, Anchors.none(FuzzedLock.NOW));
  }

  private static byte[] statement(byte[] lock) {
    return JsonMember.of(JsonText.read(lock, "seed").orThrow())
        .get("dsse")
        .get("payload")
        .base64()
        .orElseThrow();
  }
}
