package org.planlock.lock;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;
import org.planlock.lock.proof.Anchors;

/** Any bytes as a lock. */
class LockFuzzTest {
  static Stream<Arguments> seeds() {
    return Stream.of(
            "lock_as_made_ok",
            "lock_with_unicode_title_ok",
            "lock_nested_beyond_measure_fail",
            "lock_that_amends_another_ok",
            "lock_member_twice_fail",
            "signed_by_two_ok",
            "files_all_here_ok",
            "time_by_two_authorities_ok")
        .flatMap(study -> Seeds.ending(".lock", "conformance/" + study));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    FuzzedLock.verify(bytes, Anchors.none(FuzzedLock.NOW));
  }
}
