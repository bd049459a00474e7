package org.planlock.lock.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.lock.Locks;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.MerkleHash;
import org.planlock.lock.merkle.TreeHead;

class FieldVerifierTest {
  private static final FieldProof GROUP = PrivateStudy.revealed("models.m1");

  @Test
  void acceptsWhatWasCommittedTo() {
    assertThat(PrivateStudy.errors(GROUP)).isEmpty();
    assertThat(FieldVerifier.against(PrivateStudy.LOCK).orThrow().verify(GROUP)).isEmpty();
  }

  @Test
  void saysWhatACommitmentLeavesOpen() {
    var found = FieldVerifier.against(PrivateStudy.COMMITMENT).verify(GROUP);
    assertThat(found).extracting(Diagnostic::rule).containsExactly(Rule.PLAN_NOT_OPENED);
    assertThat(found.get(0).notes()).hasSize(2);
    var otherwise = PrivateStudy.COMMITMENT.with(CommitmentFileTest.evidence("statement"));
    assertThat(FieldVerifier.against(otherwise).verify(GROUP).get(0).notes())
        .isEqualTo(found.get(0).notes());
    var stamped = PrivateStudy.COMMITMENT.with(CommitmentFileTest.EVIDENCE);
    assertThat(FieldVerifier.against(stamped).verify(GROUP).get(0).notes())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("the time stamp over the commitment was not judged here");
  }

  @Test
  void refusesProofsThatChangedPlaces() {
    var fields = PrivateStudy.revealed("models", "plan", "planlock").fields();
    for (var one : fields) {
      for (var other : fields) {
        if (!one.equals(other)) {
          var swapped = new ProvenField(one.field(), other.index(), other.proof());
          var moved = new ProvenField(one.field(), other.index(), one.proof());
          var salted = new Field(one.field().path(), one.field().value(), other.field().salt());
          assertThat(PrivateStudy.errors(proof(swapped))).containsExactly(Rule.FIELD_NOT_PROVEN);
          assertThat(PrivateStudy.errors(proof(moved))).containsExactly(Rule.FIELD_NOT_PROVEN);
          assertThat(PrivateStudy.errors(proof(new ProvenField(salted, one.index(), one.proof()))))
              .containsExactly(Rule.FIELD_NOT_PROVEN);
        }
      }
    }
  }

  @Test
  void refusesAnotherValueAndAnotherPath() {
    var alpha = PrivateStudy.revealed("models.m1.penalty.alpha").fields().get(0);
    var field = alpha.field();
    var value = new Field(field.path(), new Json.Number(0.01), field.salt());
    var text = new Field(field.path(), new Json.Text("0.05"), field.salt());
    var path = new Field("models.m1.penalty.beta", field.value(), field.salt());
    for (var forged : List.of(value, text, path)) {
      var proof = proof(new ProvenField(forged, alpha.index(), alpha.proof()));
      assertThat(PrivateStudy.errors(proof)).containsExactly(Rule.FIELD_NOT_PROVEN);
    }
  }

  @Test
  void refusesTheFieldsOfAnotherLock() {
    var salted = PrivateStudy.lock(PrivateStudy.PLAN, PrivateStudy.OTHER_SALT);
    var other = PrivateStudy.lock(Locks.PLAN, PrivateStudy.SALT);
    for (var lock : List.of(salted, other)) {
      var proof = LockedFields.of(lock).orThrow().reveal(Set.of("models.m1")).orThrow();
      assertThat(PrivateStudy.errors(proof))
          .containsExactly(Rule.COMMITMENT_OF_OTHER_LOCK, Rule.FIELDS_ROOT_MISMATCH);
      var verifier = FieldVerifier.against(PrivateStudy.LOCK).orThrow();
      assertThat(PrivateStudy.errors(verifier.verify(proof)))
          .containsExactly(Rule.COMMITMENT_OF_OTHER_LOCK, Rule.FIELDS_ROOT_MISMATCH);
      var disguised =
          new FieldProof(GROUP.statementSha256(), GROUP.head(), Optional.empty(), proof.fields());
      assertThat(PrivateStudy.errors(disguised)).isNotEmpty().containsOnly(Rule.FIELD_NOT_PROVEN);
    }
  }

  @Test
  void refusesAnotherRootOrSizeOrStatement() {
    var head = GROUP.head();
    var none = Optional.<String>empty();
    assertThat(
            PrivateStudy.errors(
                new FieldProof(
                    GROUP.statementSha256(),
                    new TreeHead(head.size() + 1, head.root()),
                    none,
                    GROUP.fields())))
        .startsWith(Rule.FIELDS_ROOT_MISMATCH);
    assertThat(
            PrivateStudy.errors(
                new FieldProof(
                    GROUP.statementSha256(),
                    new TreeHead(head.size(), MerkleHash.ofNothing()),
                    none,
                    GROUP.fields())))
        .startsWith(Rule.FIELDS_ROOT_MISMATCH);
    assertThat(
            PrivateStudy.errors(new FieldProof(MerkleHash.ofNothing(), head, none, GROUP.fields())))
        .containsExactly(Rule.COMMITMENT_OF_OTHER_LOCK);
  }

  @Test
  void tellsTheFirstFewOfManyForgedFields() {
    var forged = new ArrayList<ProvenField>();
    for (var proven : PrivateStudy.revealed("models", "plan", "planlock").fields()) {
      var field = new Field(proven.field().path(), new Json.Text("forged"), proven.field().salt());
      forged.add(new ProvenField(field, proven.index(), proven.proof()));
    }
    var found =
        FieldVerifier.against(PrivateStudy.COMMITMENT)
            .verify(
                new FieldProof(GROUP.statementSha256(), GROUP.head(), Optional.empty(), forged));
    assertThat(found).hasSize(6);
    assertThat(found.get(0).message()).contains("`models[größe].name`");
    assertThat(found.get(5).message()).startsWith("7 more fields");
  }

  @Test
  void opensTheWhole() {
    assertThat(FieldVerifier.opening(PrivateStudy.COMMITMENT, PrivateStudy.LOCK)).isEmpty();
  }

  @Test
  void refusesToOpenWithAnotherLock() {
    var salted = PrivateStudy.lock(PrivateStudy.PLAN, PrivateStudy.OTHER_SALT);
    var other = PrivateStudy.lock(Locks.PLAN, PrivateStudy.SALT);
    for (var lock : List.of(salted, other)) {
      assertThat(PrivateStudy.errors(FieldVerifier.opening(PrivateStudy.COMMITMENT, lock)))
          .containsExactly(Rule.COMMITMENT_OF_OTHER_LOCK, Rule.FIELDS_ROOT_MISMATCH);
    }
    assertThat(PrivateStudy.errors(FieldVerifier.opening(PrivateStudy.COMMITMENT, Locks.lock())))
        .containsExactly(Rule.LOCK_NOT_PRIVATE, Rule.COMMITMENT_OF_OTHER_LOCK);
  }

  @Test
  void findsACommitmentToOtherFieldsThanThoseOfItsLock() {
    var forged =
        new Commitment(
            PrivateStudy.COMMITMENT.statementSha256(),
            new TreeHead(12, Sha256.of(new byte[] {1})),
            List.of());
    assertThat(PrivateStudy.errors(FieldVerifier.opening(forged, PrivateStudy.LOCK)))
        .containsExactly(Rule.FIELDS_ROOT_MISMATCH);
    var lock = LockedFieldsTest.withRoot(forged.fields().root());
    var consistent = new Commitment(lock.sha256(), forged.fields(), List.of());
    assertThat(PrivateStudy.errors(FieldVerifier.opening(consistent, lock)))
        .containsExactly(Rule.FIELDS_ROOT_MISMATCH);
    assertThat(FieldVerifier.against(lock).isSound()).isFalse();
  }

  private static FieldProof proof(ProvenField field) {
    return new FieldProof(GROUP.statementSha256(), GROUP.head(), Optional.empty(), List.of(field));
  }
}
