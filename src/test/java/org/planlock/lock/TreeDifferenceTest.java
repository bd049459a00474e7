package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planlock.lock.Locks.list;
import static org.planlock.lock.Locks.map;
import static org.planlock.lock.Locks.scalar;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

class TreeDifferenceTest {
  private static final PlanNode.Mapping STEPS =
      map(
          "prepare",
          list(
              map(
                  "name",
                  "main",
                  "steps",
                  list(map("step", "1", "impute", list("imaging", "age"), "by", "median")))));

  @Test
  void namesAChangedValueByItsPath() {
    var changed =
        TreePaths.set(Locks.PLAN, "models.m1.penalty.l1_ratio", list("0.2", "1")).orThrow();
    assertThat(TreeDifference.between(Locks.PLAN, changed))
        .singleElement()
        .hasToString(
            "TreeDifference[path=models.m1.penalty.l1_ratio, planned=Optional[[0.1, 1]],"
                + " found=Optional[[0.2, 1]], place=Span[file=small.plan, start=0, end=0]]");
  }

  @Test
  void namesAStepByWhatItDoes() {
    var changed = TreePaths.set(STEPS, "prepare.1.by", scalar("mean")).orThrow();
    assertThat(TreeDifference.between(STEPS, changed))
        .extracting(TreeDifference::path)
        .containsExactly("prepare[impute imaging].by");
    var renamed = TreePaths.set(changed, "prepare.name", scalar("other")).orThrow();
    assertThat(TreeDifference.between(STEPS, renamed))
        .extracting(TreeDifference::path)
        .containsExactly("prepare.main", "prepare.other");
  }

  @Test
  void theOrderOfKeysOfTheOnlyPreparationMeansNothing() {
    var steps = list(map("step", "1", "impute", list("imaging", "age"), "by", "median"));
    var sorted = map("prepare", list(map("steps", steps, "name", "main")));
    assertThat(TreeDifference.between(STEPS, sorted)).isEmpty();
  }

  @Test
  void reportsAWholeItemThatOneSideLacks() {
    var fewer = map("models", list(map("name", "m1", "terms", list("age"))));
    var more =
        map(
            "models",
            list(map("name", "m1", "terms", list("age")), map("name", "m2", "terms", list("sex"))));
    assertThat(TreeDifference.between(fewer, more))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.path()).isEqualTo("models.m2");
              assertThat(d.planned()).isEmpty();
              assertThat(d.found()).contains("{name: m2, terms: [sex]}");
            });
    assertThat(TreeDifference.between(more, fewer))
        .singleElement()
        .satisfies(d -> assertThat(d.found()).isEmpty());
  }

  @Test
  void reportsAnotherOrderOfNamedThings() {
    var one = map("models", list(map("name", "a"), map("name", "b")));
    var two = map("models", list(map("name", "b"), map("name", "a")));
    assertThat(TreeDifference.between(one, two))
        .extracting(TreeDifference::path)
        .containsExactly("models");
  }

  @Test
  void reportsAnotherShape() {
    var one = map("ledger", map("not_applicable", "nobody"));
    var two = map("ledger", "kept");
    assertThat(TreeDifference.between(one, two))
        .singleElement()
        .satisfies(d -> assertThat(d.planned()).contains("{not_applicable: nobody}"));
    assertThat(TreeDifference.between(map("a", map("name", "x")), map("a", list(map("name", "x")))))
        .isNotEmpty();
    assertThat(TreeDifference.between(map("a", list(map("name", "x"))), map("a", map("name", "x"))))
        .isNotEmpty();
    assertThat(TreeDifference.between(map("a", list()), map("a", map()))).isNotEmpty();
  }

  @Test
  void findsNothingExactlyWhereTheDigestsAgree() {
    LongStream.range(0, 1000)
        .forEach(
            seed -> {
              var trees = new RandomTrees(seed);
              var tree = trees.plan();
              assertThat(TreeDifference.between(tree, trees.shuffled(tree)))
                  .as("tree %d", seed)
                  .isEmpty();
              if (RandomTrees.scalars(tree) > 0) {
                assertThat(TreeDifference.between(tree, trees.changed(tree)))
                    .as("tree %d", seed)
                    .isNotEmpty();
              }
            });
  }
}
