package org.planlock.lock.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.lock.RandomTrees;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.TreePaths;

/** What holds for plans of every shape. */
class RandomPlansTest {
  static LongStream seeds() {
    return LongStream.range(0, 60)
        .filter(seed -> RandomTrees.scalars(new RandomTrees(seed).plan()) > 0);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyFieldIsProvenByItselfAlone(long seed) {
    var plan = new RandomTrees(seed).plan();
    var fields = PlanFields.of(plan, PrivateStudy.SALT).orThrow();
    assertThat(fields.size()).isEqualTo(TreePaths.entries(plan).size());
    for (int i = 0; i < fields.size(); i++) {
      assertThat(proven(fields, i).holds(fields.head())).isTrue();
      for (int j = 0; j < fields.size(); j++) {
        var swapped = new ProvenField(fields.field(i), j, fields.inclusion(j).path());
        assertThat(swapped.holds(fields.head())).isEqualTo(i == j);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noFieldOfAnotherPlanOrSaltIsProven(long seed) {
    var trees = new RandomTrees(seed);
    var plan = trees.plan();
    var head = PlanFields.of(plan, PrivateStudy.SALT).orThrow().head();
    var changed = PlanFields.of(trees.changed(plan), PrivateStudy.SALT).orThrow();
    var salted = PlanFields.of(plan, PrivateStudy.OTHER_SALT).orThrow();
    assertThat(changed.head()).isNotEqualTo(head);
    for (var other : new PlanFields[] {changed, salted}) {
      for (int i = 0; i < other.size(); i++) {
        assertThat(proven(other, i).holds(head)).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thePlanHasTheSameRootHoweverItIsLaidOut(long seed) {
    var trees = new RandomTrees(seed);
    var plan = trees.plan();
    var shuffled = (PlanNode.Mapping) trees.shuffled(plan);
    assertThat(PlanFields.of(shuffled, PrivateStudy.SALT).orThrow().head())
        .isEqualTo(PlanFields.of(plan, PrivateStudy.SALT).orThrow().head());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsNotThereIsProvenAbsentAndWhatIsThereIsNot(long seed) {
    var plan = new RandomTrees(seed).plan();
    var lock = PrivateStudy.lock(plan, PrivateStudy.SALT);
    var fields = LockedFields.of(lock).orThrow();
    var verifier = FieldVerifier.against(lock).orThrow();
    for (int i = 0; i < 20; i++) {
      var path = "key_" + i;
      var denial = fields.revealAbsence(path);
      assertThat(denial.isSound()).isEqualTo(!fields.paths().contains(path));
      denial.value().ifPresent(proof -> assertThat(verifier.verify(proof)).isEmpty());
    }
  }

  private static ProvenField proven(PlanFields fields, int index) {
    return new ProvenField(fields.field(index), index, fields.inclusion(index).path());
  }
}
