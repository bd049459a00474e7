package org.planlock.lock.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.seal.Trial.ARM;
import static org.planlock.lock.seal.Trial.LOCK;
import static org.planlock.lock.seal.Trial.NAME;
import static org.planlock.lock.seal.Trial.OTHER_LOCK;
import static org.planlock.lock.seal.Trial.key;
import static org.planlock.lock.seal.Trial.opened;
import static org.planlock.lock.seal.Trial.rules;
import static org.planlock.lock.seal.Trial.utf8;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;

class BlindedCopyTest {
  @Test
  void keepsPeopleAndCountsButNotWhoHasWhat() {
    var copy = byCustodian(LOCK);
    assertThat(copy).isNotEqualTo(Trial.TEXT);
    assertThat(columns(copy, 0, 1)).isEqualTo(columns(Trial.TEXT, 0, 1));
    assertThat(counts(columns(copy, 2))).isEqualTo(counts(columns(Trial.TEXT, 2)));
  }

  @Test
  void isTheSameForTheSameKeyAndLockAlone() {
    assertThat(byCustodian(LOCK)).isEqualTo(byCustodian(LOCK));
    assertThat(byCustodian(OTHER_LOCK)).isNotEqualTo(byCustodian(LOCK));
    var otherKey = BlindedCopy.byCustodian(opened(), key(2), LOCK).orThrow();
    assertThat(text(otherKey)).isNotEqualTo(byCustodian(LOCK));
  }

  /**
   * Python 3: hmac.new(b"\\1" * 32, purpose + lock + digest of the table), then random.shuffle's
   * algorithm over hashlib.sha256(seed + counter).digest()[:4]; so no later version deals
   * otherwise.
   */
  @Test
  void staysAsItWasDealtInVersionOne() {
    assertThat(String.join(" ", columns(byCustodian(LOCK), 2)).replaceAll("(\\w)\\w+", "$1"))
        .isEqualTo(EXPECTED);
  }

  private static final String EXPECTED = "a p k k k p k k k p p p p p k";

  @Test
  void saysThatASeedCanBeUndone() {
    var bySeed = BlindedCopy.bySeed(utf8(Trial.TEXT), NAME, ARM, "7").orThrow();
    assertThat(bySeed.isReversible()).isTrue();
    assertThat(bySeed.mark()).startsWith("BLIND, REVERSIBLE");
    assertThat(text(bySeed)).isNotEqualTo(Trial.TEXT);
    assertThat(text(BlindedCopy.bySeed(utf8(Trial.TEXT), NAME, ARM, "8").orThrow()))
        .isNotEqualTo(text(bySeed));
    var byKey = BlindedCopy.byCustodian(opened(), key(1), LOCK).orThrow();
    assertThat(byKey.isReversible()).isFalse();
    assertThat(byKey.mark()).startsWith("BLIND:");
    assertThat(rules(BlindedCopy.bySeed(utf8(Trial.TEXT), "a.txt", ARM, "7")))
        .containsExactly(Rule.WRONG_SEPARATOR);
    assertThat(rules(BlindedCopy.bySeed(utf8("a,b\n1,2\n"), NAME, ARM, "7")))
        .containsOnly(Rule.MISSING_COLUMN);
  }

  @Test
  void keepsLabelsOfSeveralColumnsTogether() {
    var table = "participant_id,arm,dose\na,x,1\nb,y,2\nc,z,3\nd,x,1\ne,y,2\nf,z,3\ng,w,4\n";
    var columns = new SealedColumns("participant_id", List.of("dose", "arm"));
    var copy = text(BlindedCopy.bySeed(utf8(table), NAME, columns, "1").orThrow());
    assertThat(columns(copy, 1, 2)).containsExactlyInAnyOrderElementsOf(columns(table, 1, 2));
    assertThat(copy).isNotEqualTo(table);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 20})
  void alwaysDiffersFromTheTruthWhereItCan(int rows) {
    for (int seed = 0; seed < 200; seed++) {
      var labels = labels(rows, new SplittableRandom(seed));
      var dealt = LabelShuffle.shuffled(labels, new byte[] {(byte) seed});
      assertThat(dealt).containsExactlyInAnyOrderElementsOf(labels);
      boolean hasTwo = new HashSet<>(labels).size() > 1;
      assertThat(dealt.equals(labels)).isEqualTo(!hasTwo);
    }
  }

  @Test
  void dealsEveryOrderEquallyOften() {
    var labels = IntStream.range(0, 4).mapToObj(i -> List.of("l" + i)).toList();
    var seen = new HashMap<List<List<String>>, Integer>();
    int deals = 23_000;
    for (int seed = 0; seed < deals; seed++) {
      seen.merge(LabelShuffle.shuffled(labels, utf8("seed " + seed)), 1, Integer::sum);
    }
    // 23 orders that differ from the first; the 24th goes to one of them
    assertThat(seen).hasSize(23);
    var swapped = List.of(List.of("l1"), List.of("l0"), List.of("l2"), List.of("l3"));
    assertThat(seen.remove(swapped)).isBetween(1700, 2130);
    assertThat(seen.values()).allMatch(count -> count > 800 && count < 1120);
  }

  @Test
  void drawsAgainWhatWouldFavourSomeNumbers() {
    // of 2^32 numbers a quarter does not fit into three times 2^30 + 1
    int bound = (1 << 30) + 1;
    var draws = new SeededDraws(utf8("seed"));
    double mean = IntStream.range(0, 4000).mapToDouble(i -> draws.below(bound)).average().orElse(0);
    assertThat(mean / bound).isBetween(0.48, 0.52);
    assertThat(new SeededDraws(utf8("seed")).below(1)).isZero();
  }

  @Test
  void warnsWhereLittleIsHidden() {
    assertThat(rules(BlindedCopy.bySeed(utf8(Trial.TEXT), NAME, ARM, "7"))).isEmpty();
    var two = "participant_id,arm\na,x\nb,y\n";
    var weak = BlindedCopy.bySeed(utf8(two), NAME, ARM, "7");
    assertThat(weak.isSound()).isTrue();
    assertThat(rules(weak)).containsExactly(Rule.BLINDING_WEAK);
    assertThat(weak.diagnostics().get(0).message())
        .isEqualTo("the labels can be dealt in 2 ways only");
    var same = BlindedCopy.bySeed(utf8("participant_id,arm\na,x\nb,x\n"), NAME, ARM, "7");
    assertThat(same.diagnostics().get(0).message())
        .isEqualTo("all participants have the same label, so that nothing is hidden");
    assertThat(text(same.orThrow())).isEqualTo("participant_id,arm\na,x\nb,x\n");
    assertThat(rules(BlindedCopy.bySeed(utf8(Trial.large(1000)), NAME, ARM, "7"))).isEmpty();
  }

  @Test
  void countsTheWaysToDeal() {
    var labels = labels(12, new SplittableRandom(1));
    long x = labels.stream().filter(List.of("x")::equals).count();
    var binomial = BigInteger.ONE;
    for (long i = 1; i <= x; i++) {
      binomial = binomial.multiply(BigInteger.valueOf(12 - x + i)).divide(BigInteger.valueOf(i));
    }
    assertThat(LabelShuffle.ways(labels)).isEqualTo(binomial);
    var different = IntStream.range(0, 6).mapToObj(i -> List.of("l" + i)).toList();
    assertThat(LabelShuffle.ways(different)).isEqualTo(720);
  }

  private static List<List<String>> labels(int rows, SplittableRandom random) {
    return IntStream.range(0, rows)
        .mapToObj(i -> List.of(random.nextInt(3) == 0 ? "x" : "y"))
        .toList();
  }

  private static String byCustodian(org.planlock.lock.Sha256 lock) {
    return text(BlindedCopy.byCustodian(opened(), key(1), lock).orThrow());
  }

  private static String text(BlindedCopy copy) {
    return new String(copy.bytes(), StandardCharsets.UTF_8);
  }

  private static List<String> columns(String table, int... places) {
    return table
        .lines()
        .map(line -> line.split(",", -1))
        .map(cells -> IntStream.of(places).mapToObj(i -> cells[i]).collect(Collectors.joining(",")))
        .toList();
  }

  private static Map<String, Long> counts(List<String> labels) {
    return labels.stream().collect(Collectors.groupingBy(label -> label, Collectors.counting()));
  }
}
