package org.planlock.syntax.groovy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.FuzzedPlan;
import org.planlock.fuzz.Seeds;
import org.planlock.syntax.notation.PlanNotation;

/** Any bytes as a plan in Groovy. */
class GroovyPlanFuzzTest {
  static Stream<Arguments> seeds() {
    return Stream.concat(
        Seeds.ending(".plan.groovy", "targets", "hostile"),
        Seeds.onlyToFuzz(".plan.groovy", "plans"));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    FuzzedPlan.read(PlanNotation.GROOVY, bytes);
  }
}
