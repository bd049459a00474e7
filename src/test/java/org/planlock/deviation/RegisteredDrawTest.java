package org.planlock.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.Sha256;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.value.Seed;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * Recorded folds beside the registered seed. The folds that fit were computed by Python 3 with
 * hashlib and struct from the rules that {@link org.planlock.stats.StepSeed} states.
 */
final class RegisteredDrawTest {
  private static final PlanDigest DIGEST = new PlanDigest(Sha256.of(new byte[0]));
  private static final List<String> IDS =
      IntStream.range(0, 10).mapToObj(i -> "sub-0" + i).toList();
  private static final int[] FIRST = {0, 0, 1, 2, 2, 4, 3, 1, 3, 4};
  private static final int[] SECOND = {1, 4, 2, 4, 3, 3, 0, 0, 2, 1};
  private static final int[] FROM_42 = {0, 4, 3, 2, 1, 4, 1, 0, 3, 2};
  private static final int[] SITES_OF_TWO = {0, 0, 1, 1, 0, 0, 0, 1, 1, 1};
  private static final List<String> SITES =
      List.of("a", "a", "b", "b", "c", "c", "a", "b", "d", "d");

  @Test
  void theFoldsOfTheSeedFitWhateverTheyAreCalled() {
    assertThat(draw("k_fold 5", "participant").fits(folds(FIRST))).isTrue();
    assertThat(draw("k_fold 5", "participant").fits(folds(SECOND).with("replicate", 2))).isTrue();
    assertThat(draw("k_fold 5", "participant").fits(folds(renamed(FIRST)))).isTrue();
    assertThat(numbered(42).fits(folds(FROM_42))).isTrue();
    assertThat(draw("k_fold 2", "site").fits(bySite(SITES_OF_TWO))).isTrue();
  }

  @Test
  void anotherDrawDoesNot() {
    assertThat(draw("k_fold 5", "participant").fits(folds(SECOND))).isFalse();
    assertThat(draw("k_fold 5", "participant").fits(folds(FIRST).with("replicate", 2))).isFalse();
    assertThat(numbered(43).fits(folds(FROM_42))).isFalse();
    assertThat(draw("k_fold 2", "site").fits(bySite(0, 0, 1, 1, 1, 1, 0, 1, 0, 0))).isFalse();
    for (int i = 1; i < FIRST.length; i++) {
      if (FIRST[i] != FIRST[0]) {
        var swapped = FIRST.clone();
        swapped[0] = FIRST[i];
        swapped[i] = FIRST[0];
        assertThat(draw("k_fold 5", "participant").fits(folds(swapped))).as("with " + i).isFalse();
      }
    }
  }

  @Test
  void aTableMayKeepItsOwnOrderOfRows() {
    var ids = IDS.stream().sorted(Collections.reverseOrder()).toList();
    var reversed = IntStream.range(0, 10).map(i -> FIRST[9 - i]).toArray();
    var event = folds(reversed).withTexts("ids", ids);
    assertThat(draw("k_fold 5", "participant").fits(event)).isTrue();
    var unknown =
        new RegisteredDraw(
            DIGEST,
            Scheme.parse("k_fold 5").orElseThrow(),
            fromPlan(),
            "validate",
            "participant",
            List.of());
    assertThat(unknown.fits(event)).isFalse();
  }

  static Stream<Arguments> otherDifferences() {
    return Stream.of(
        otherwise(
            "four folds",
            event -> event.with("fold", TraceValue.wholes(0, 0, 1, 2, 2, 0, 3, 1, 3, 1))),
        otherwise("half a vector", event -> event.with("fold", TraceValue.wholes(0, 1, 2, 3, 4))),
        otherwise("another unit", event -> event.with("by", "family")),
        otherwise("somebody twice", event -> event.withTexts("ids", Collections.nCopies(10, "a"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void otherDifferences(String name, UnaryOperator<TraceEvent> change) {
    var draw = draw("k_fold 5", "participant");
    assertThat(draw.fits(folds(SECOND))).isFalse();
    assertThat(draw.fits(change.apply(folds(SECOND)))).as(name).isTrue();
  }

  @Test
  void whatStaysTogetherMustBeTold() {
    var untold = folds(SITES_OF_TWO).with("by", "site");
    assertThat(draw("k_fold 2", "site").fits(untold)).isTrue();
    assertThat(draw("k_fold 5", "site").fits(bySite(FIRST))).as("five of four sites").isTrue();
    assertThat(draw("leave_one_out", "participant").fits(folds(SECOND))).isTrue();
  }

  private static Arguments otherwise(String name, UnaryOperator<TraceEvent> change) {
    return Arguments.of(name, change);
  }

  private static Seed fromPlan() {
    return new Seed(Optional.empty(), Optional.empty());
  }

  private static RegisteredDraw draw(String scheme, String by) {
    return new RegisteredDraw(
        DIGEST, Scheme.parse(scheme).orElseThrow(), fromPlan(), "validate", by, IDS);
  }

  private static RegisteredDraw numbered(long number) {
    var seed = new Seed(Optional.of(number), Optional.of("as in the pilot"));
    return new RegisteredDraw(
        DIGEST, Scheme.parse("k_fold 5").orElseThrow(), seed, "validate", "participant", IDS);
  }

  private static int[] renamed(int... folds) {
    return IntStream.of(folds).map(fold -> 7 - fold).toArray();
  }

  private static TraceEvent folds(int... folds) {
    return TraceEvent.of(TraceEvents.FOLDS)
        .withTexts("ids", IDS)
        .with("fold", TraceValue.wholes(folds));
  }

  private static TraceEvent bySite(int... folds) {
    return folds(folds).with("by", "site").withTexts("groups", SITES);
  }
}
