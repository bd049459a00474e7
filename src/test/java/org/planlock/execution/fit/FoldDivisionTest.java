package org.planlock.execution.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.Sha256;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.value.Seed;

/**
 * Rows divided as plans say. Random folds are recomputed by Python 3 with hashlib and struct from
 * the rules that {@link org.planlock.stats.StepSeed} and its stream state; nothing else enters
 * them.
 */
final class FoldDivisionTest {
  private static final FoldSeed SEEDS = new FoldSeed(new PlanDigest(Sha256.of(new byte[0])));
  private static final Seed FROM_PLAN = new Seed(Optional.empty(), Optional.empty());
  private static final List<Integer> TEN = IntStream.range(0, 10).boxed().toList();
  private static final List<String> SITES =
      List.of("a", "a", "b", "b", "c", "c", "a", "b", "d", "d");

  @Test
  void drawsEachReplicateFromThePlanDigest() {
    var repeats = divided("k_fold 5", Optional.empty(), 2, FROM_PLAN);
    assertThat(repeats)
        .containsExactly(
            List.of(0, 0, 1, 2, 2, 4, 3, 1, 3, 4), List.of(1, 4, 2, 4, 3, 3, 0, 0, 2, 1));
  }

  @Test
  void takesAnIntegerSeedAsGiven() {
    var seed = new Seed(Optional.of(42L), Optional.of("as in the pilot"));
    assertThat(divided("k_fold 5", Optional.empty(), 1, seed))
        .containsExactly(List.of(0, 4, 3, 2, 1, 4, 1, 0, 3, 2));
  }

  @Test
  void keepsGroupsTogether() {
    // sites a, b, c, d are dealt to folds 0, 1, 0, 1
    assertThat(divided("k_fold 2", Optional.of("site"), 1, FROM_PLAN))
        .containsExactly(List.of(0, 0, 1, 1, 0, 0, 0, 1, 1, 1));
  }

  @Test
  void leavesOutRowsGroupsOrWhatAColumnSays() {
    assertThat(divided("leave_one_out", Optional.empty(), 1, FROM_PLAN)).containsExactly(TEN);
    var bySite = List.of(List.of(0, 0, 1, 1, 2, 2, 0, 1, 3, 3));
    assertThat(divided("leave_one_out", Optional.of("site"), 1, FROM_PLAN)).isEqualTo(bySite);
    assertThat(divided("given site", Optional.empty(), 1, FROM_PLAN)).isEqualTo(bySite);
    assertThat(divided("none", Optional.empty(), 1, FROM_PLAN)).isEmpty();
  }

  @Test
  void refusesFoldsThatCannotBe() {
    assertThat(refusal("k_fold 5", Optional.of("site"), TEN))
        .isEqualTo("5 folds cannot be made of 4");
    assertThat(refusal("given site", Optional.empty(), List.of(0, 1)))
        .isEqualTo("`site` puts all rows into one fold");
    assertThat(refusal("leave_one_out", Optional.empty(), List.of(0)))
        .isEqualTo("only 1 row to leave out");
  }

  @Test
  void asksForASeedInsteadOfDrawingWithoutOne() {
    var unseeded = division("k_fold 5", Optional.empty(), 1, Optional.empty());
    assertThat(unseeded.divide(MatrixDesigns.rows(SITES), TEN, SEEDS).diagnostics())
        .extracting(finding -> finding.rule())
        .containsExactly(Rule.OPEN_CHOICE);
  }

  private static List<List<Integer>> divided(
      String scheme, Optional<String> grouped, int repeats, Seed seed) {
    return division(scheme, grouped, repeats, Optional.of(seed))
        .divide(MatrixDesigns.rows(SITES), TEN, SEEDS)
        .orThrow()
        .stream()
        .map(folds -> IntStream.of(folds.toArray()).boxed().toList())
        .toList();
  }

  private static String refusal(String scheme, Optional<String> grouped, List<Integer> rows) {
    var refused = division(scheme, grouped, 1, Optional.of(FROM_PLAN));
    var found = refused.divide(MatrixDesigns.rows(SITES), rows, SEEDS).diagnostics();
    assertThat(found).extracting(finding -> finding.rule()).containsExactly(Rule.UNUSABLE_FOLDS);
    return found.get(0).message();
  }

  private static FoldDivision division(
      String scheme, Optional<String> grouped, int repeats, Optional<Seed> seed) {
    var parsed = Scheme.parse(scheme).orElseThrow();
    return new FoldDivision("models.m.validate", parsed, grouped, repeats, seed, "validate");
  }
}
