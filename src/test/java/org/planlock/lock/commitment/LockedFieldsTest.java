package org.planlock.lock.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Concealment;
import org.planlock.lock.LockFile;
import org.planlock.lock.Locks;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.Statement;

class LockedFieldsTest {
  @Test
  void areThoseOfTheLockThatWasWrittenAndRead() {
    var bytes = LockFile.bytes(PrivateStudy.LOCK);
    var read = LockedFields.of(LockFile.parse(bytes, "small.lock").orThrow()).orThrow();
    assertThat(read.head()).isEqualTo(PrivateStudy.FIELDS.head());
    assertThat(read.statementSha256()).isEqualTo(PrivateStudy.LOCK.sha256());
  }

  @Test
  void standUnderTheRootThatTheLockStates() {
    assertThat(PrivateStudy.LOCK.statement().concealment())
        .contains(new Concealment(PrivateStudy.SALT, PrivateStudy.FIELDS.head().root()));
  }

  @Test
  void givesTwoLocksOfOnePlanNothingInCommon() {
    var other = LockedFields.of(PrivateStudy.lock(PrivateStudy.PLAN, PrivateStudy.OTHER_SALT));
    assertThat(other.orThrow().statementSha256()).isNotEqualTo(PrivateStudy.LOCK.sha256());
    assertThat(other.orThrow().head().root()).isNotEqualTo(PrivateStudy.FIELDS.head().root());
    assertThat(Commitment.of(other.orThrow()).sha256())
        .isNotEqualTo(PrivateStudy.COMMITMENT.sha256());
  }

  @Test
  void areNoneOfAPublicLock() {
    assertThat(LockedFields.of(Locks.lock()).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.LOCK_NOT_PRIVATE);
  }

  @Test
  void areNoneOfALockThatStatesAnotherRoot() {
    assertThat(LockedFields.of(withRoot(Sha256.of(new byte[0]))).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FIELDS_ROOT_MISMATCH);
  }

  @Test
  void cannotBeMadeOfAPlanThatCannotBeHashed() {
    var statement = Locks.statement(List.of(), List.of());
    var unfit =
        new Statement(Locks.map("a", "\u0007"), List.of(), List.of(), statement.provenance());
    assertThat(LockedFields.conceal(unfit, PrivateStudy.SALT).isSound()).isFalse();
  }

  @Test
  void revealsOneField() {
    var proof = PrivateStudy.revealed("models.m1.penalty.l1_ratio");
    assertThat(proof.fields()).extracting(f -> f.field().text()).containsExactly("[0.1, 1]");
    assertThat(proof.absent()).isEmpty();
    assertThat(PrivateStudy.errors(proof)).isEmpty();
  }

  @Test
  void revealsEveryFieldOfAGroupAndNoOther() {
    assertThat(PrivateStudy.revealed("models.m1").fields())
        .extracting(f -> f.field().path())
        .containsExactly("models.m1.name", "models.m1.penalty.alpha", "models.m1.penalty.l1_ratio");
    assertThat(PrivateStudy.revealed("models[größe]", "plan.id", "models[größe].name").fields())
        .extracting(f -> f.field().path())
        .containsExactly("models[größe].name", "models[größe].terms", "plan.id");
    assertThat(PrivateStudy.revealed("models", "plan", "planlock").fields())
        .hasSize((int) PrivateStudy.FIELDS.head().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models.m1.penalty.l1_ration | models.m1.penalty.l1_ratio",
        "model.m1.name | models.m1.name",
        "models.größe | models[größe]",
        "models[m1].name | models.m1.name",
        "MODELS.M1 | models.m1",
        "models.m | models.m1",
        "plan.titel | plan.title"
      })
  void asksWhatAnUnknownPathMeans(String path, String meant) {
    var found = PrivateStudy.FIELDS.reveal(Set.of(path)).diagnostics();
    assertThat(found).extracting(Diagnostic::rule).containsExactly(Rule.UNKNOWN_PATH);
    assertThat(found.get(0).message()).isEqualTo("the plan has no `" + path + "`");
    assertThat(found.get(0).helps()).containsExactly("did you mean `" + meant + "`?");
    assertThat(found.get(0).notes()).singleElement().asString().contains("on both sides");
  }

  @Test
  void reportsEveryUnknownPathAndRevealsNothing() {
    var checked = PrivateStudy.FIELDS.reveal(Set.of("plan.id", "zzzzzzzzzz", "qqqqqqqqqqqq", ""));
    assertThat(checked.value()).isEmpty();
    assertThat(checked.diagnostics()).hasSize(3).noneMatch(d -> d.message().contains("plan.id"));
    assertThatThrownBy(() -> PrivateStudy.FIELDS.reveal(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "models.m2 | models.m1-b.penalty.l1_ratio plan.id",
        "models.m1.penalty.lambda | models.m1.penalty.l1_ratio models.m1-b.name",
        "models.m1.a | models[two words].terms models.m1.name",
        "data | models[größe].name",
        "zoo | planlock",
        "[größe] | models[größe].name",
        "models[größe].penalty | models[größe].name models[größe].terms"
      })
  void showsThatThePlanLacksSomethingByTheFieldsBesideTheGap(String path, String sides) {
    var proof = PrivateStudy.FIELDS.revealAbsence(path).orThrow();
    assertThat(proof.absent()).isEqualTo(Optional.of(path));
    assertThat(proof.fields().stream().map(f -> f.field().path()).toList())
        .isEqualTo(List.of(sides.split(" (?!words)")));
    assertThat(PrivateStudy.errors(proof)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models.m1",
        "models.m1.penalty.alpha",
        "models",
        "planlock",
        "models.m1.penalty.alpha.more",
        "models[two words].terms.x",
        "model.m1",
        "penalty.alpha"
      })
  void doesNotDenyWhatIsThere(String path) {
    assertThat(PrivateStudy.FIELDS.revealAbsence(path).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FIELD_IS_PRESENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"models.gro\u0308\u00dfe", " models", "a\u0007", "a  b", "5", "true"})
  void doesNotDenyWhatNoPlanCouldHave(String path) {
    assertThat(PrivateStudy.FIELDS.revealAbsence(path).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.UNKNOWN_PATH);
  }

  static PlanLock withRoot(Sha256 root) {
    var means = new Concealment(PrivateStudy.SALT, root);
    return new PlanLock(PrivateStudy.LOCK.statement().concealedBy(means));
  }
}
