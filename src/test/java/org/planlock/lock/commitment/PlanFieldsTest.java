package org.planlock.lock.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.Locks.list;
import static org.planlock.lock.Locks.map;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.CanonicalJson;
import org.planlock.lock.Locks;
import org.planlock.lock.merkle.MerkleTree;
import org.planlock.syntax.PlanNode;

class PlanFieldsTest {
  /**
   * Made by Python 3.12 with hashlib, hmac and json alone: leaves {@code json.dumps({path, value,
   * salt}, sort_keys=True, separators=(',', ':'), ensure_ascii=False)} under {@code
   * hmac.new(bytes(range(32)), path, sha256)}, sorted by path with {@code [} and {@code .} first,
   * hashed as RFC 9162 §2.1.1 says.
   */
  private static final String ROOT =
      "065eb75c7eff22d17240d156e191dd24c85e18adc27ca5a299c5cb14680dc328";

  private static final String TITLE =
      "{\"path\":\"plan.title\",\"salt\":"
          + "\"4082285781707cdedc61fa9eaaa171a8aee5638c4beb23c29b3286a1430597c2\","
          + "\"value\":\"Größe\"}";

  @Test
  void hasTheLeavesAndTheRootThatAnotherProgramMakes() {
    var fields = PlanFields.of(Locks.PLAN, PrivateStudy.SALT).orThrow();
    assertThat(fields.head().size()).isEqualTo(7);
    assertThat(fields.head().root().hex()).isEqualTo(ROOT);
    assertThat(new String(fields.field(5).leaf(), StandardCharsets.UTF_8)).isEqualTo(TITLE);
  }

  @Test
  void areTheValuesWithoutNamedPartsInTheOrderOfTheirPaths() {
    assertThat(paths(PrivateStudy.PLAN))
        .containsExactly(
            "models[größe].name",
            "models[größe].terms",
            "models[two words].name",
            "models[two words].terms",
            "models.m1.name",
            "models.m1.penalty.alpha",
            "models.m1.penalty.l1_ratio",
            "models.m1-b.name",
            "models.m1-b.penalty.l1_ratio",
            "plan.id",
            "plan.title",
            "planlock");
    var fields = PlanFields.of(PrivateStudy.PLAN, PrivateStudy.SALT).orThrow();
    assertThat(fields.field(6).text()).isEqualTo("[0.1, 1]");
    assertThat(fields.field(3).text()).isEqualTo("[[a, b], {x: 1}]");
  }

  @Test
  void haveEachItsOwnSalt() {
    var fields = PlanFields.of(PrivateStudy.PLAN, PrivateStudy.SALT).orThrow();
    assertThat(IntStream.range(0, fields.size()).mapToObj(i -> fields.field(i).salt()).distinct())
        .hasSize(fields.size())
        .doesNotContain(PrivateStudy.SALT);
  }

  @Test
  void areTheSameHoweverAPlanIsLaidOut() {
    var composed = map("b", "1", "a", list(map("name", "gr\u00f6\u00dfe x", "y", "a b")));
    var decomposed = map("a", list(map("y", " a \n b", "name", "gro\u0308\u00dfe  x")), "b", "1");
    assertThat(paths(decomposed)).isEqualTo(paths(composed)).contains("a[gr\u00f6\u00dfe x].y");
    assertThat(PlanFields.of(decomposed, PrivateStudy.SALT).orThrow().head())
        .isEqualTo(PlanFields.of(composed, PrivateStudy.SALT).orThrow().head());
  }

  @Test
  void areTheSameOfAPlanAndOfThePlanInItsLock() {
    var bytes = CanonicalJson.bytes(PrivateStudy.PLAN).orThrow();
    var locked = CanonicalJson.read(bytes, "lock").orThrow();
    assertThat(PlanFields.of(locked, PrivateStudy.SALT).orThrow().head())
        .isEqualTo(PrivateStudy.FIELDS.head());
  }

  @Test
  void areOtherLeavesUnderAnotherSalt() {
    var one = PlanFields.of(PrivateStudy.PLAN, PrivateStudy.SALT).orThrow();
    var other = PlanFields.of(PrivateStudy.PLAN, PrivateStudy.OTHER_SALT).orThrow();
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.field(i).path()).isEqualTo(other.field(i).path());
      assertThat(one.field(i).leaf()).isNotEqualTo(other.field(i).leaf());
    }
  }

  @Test
  void coverEmptyThings() {
    assertThat(paths(map("a", list(), "b", map(), "c", ""))).containsExactly("a", "b", "c");
    assertThat(paths(map())).containsExactly("");
    assertThat(PlanFields.of(map(), PrivateStudy.SALT).orThrow().paths()).containsExactly("");
  }

  @Test
  void refuseTwoValuesUnderOnePath() {
    var steps = list(map("step", "1", "name", "x"), map("step", "2", "name", "y"));
    var hidden = map("prepare", map("steps", steps, "step 1", "loses"));
    var found = PlanFields.of(hidden, PrivateStudy.SALT).diagnostics();
    assertThat(found).extracting(d -> d.rule()).containsExactly(Rule.FIELDS_AMBIGUOUS);
  }

  @Test
  void refuseWhatCannotBeHashed() {
    assertThat(PlanFields.of(map("a", "\u0007"), PrivateStudy.SALT).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.FORBIDDEN_CHARACTER);
  }

  @Test
  void standWithEverythingBelowAPathBehindItWithoutAGap() {
    var paths =
        new ArrayList<>(
            List.of(
                "",
                "[z]",
                "[z].a",
                ".",
                "a",
                "a[b c]",
                "a[b c].d",
                "a.b",
                "a.b.c",
                "a b",
                "a!",
                "a-b",
                "a-b.c",
                "aZ",
                "a_",
                "ab",
                "ab.c",
                "b",
                "ä",
                "漢",
                "🧠"));
    var sorted = List.copyOf(paths);
    Collections.shuffle(paths, new Random(1));
    paths.sort(PathOrder.OF_PATHS);
    assertThat(paths).isEqualTo(sorted);
    assertThat(PathOrder.isWithin("a-b.c", "a")).isFalse();
    assertThat(PathOrder.isWithin("a[b c].d", "a")).isTrue();
    assertThat(PathOrder.isWithin("[z]", "")).isFalse();
  }

  @Test
  void makeTheTreeThatTheirLeavesMake() {
    var fields = PlanFields.of(PrivateStudy.PLAN, PrivateStudy.SALT).orThrow();
    var leaves = IntStream.range(0, fields.size()).mapToObj(i -> fields.field(i).leaf()).toList();
    assertThat(MerkleTree.of(leaves).head()).isEqualTo(fields.head());
  }

  private static List<String> paths(PlanNode.Mapping plan) {
    var fields = PlanFields.of(plan, PrivateStudy.SALT).orThrow();
    return IntStream.range(0, fields.size()).mapToObj(i -> fields.field(i).path()).toList();
  }
}
