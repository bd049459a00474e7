package org.planlock.lock.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;

class FieldProofFileTest {
  private static final FieldProof ONE = PrivateStudy.revealed("models.m1.penalty.alpha");

  @TempDir Path folder;

  @Test
  void readsBackExactlyWhatItWrote() throws IOException {
    var proofs =
        List.of(
            ONE,
            PrivateStudy.revealed("models", "plan.title"),
            PrivateStudy.FIELDS.revealAbsence("models.m2").orThrow());
    for (var proof : proofs) {
      var file = folder.resolve("some.field");
      Files.write(file, FieldProofFile.bytes(proof));
      var read = FieldProofFile.read(file).orThrow();
      assertThat(read).isEqualTo(proof);
      assertThat(FieldProofFile.bytes(read)).isEqualTo(Files.readAllBytes(file));
    }
  }

  @Test
  void tellsNoFieldThatIsNotRevealed() {
    assertThat(new String(FieldProofFile.bytes(ONE), StandardCharsets.UTF_8))
        .contains("\"path\":\"models.m1.penalty.alpha\"", "\"value\":0.05}")
        .doesNotContain("l1_ratio", "Größe", "m1-b", PrivateStudy.SALT.hex());
  }

  /** A bit that makes another file of the same form must make a proof that does not hold. */
  @Test
  void provesNothingWithAFlippedBit() {
    provesNothingWithAFlippedBit(ONE);
  }

  @Test
  @Tag("thorough")
  void provesNothingOfManyFieldsWithAFlippedBit() {
    provesNothingWithAFlippedBit(PrivateStudy.revealed("models", "plan"));
  }

  private static void provesNothingWithAFlippedBit(FieldProof proof) {
    var bytes = FieldProofFile.bytes(proof);
    for (int i = 0; i < bytes.length * 8; i++) {
      var read = FieldProofFile.parse(Damage.flipped(bytes, i), "some.field");
      assertThat(read.isSound() && PrivateStudy.errors(read.orThrow()).isEmpty())
          .as("bit %d", i)
          .isFalse();
    }
  }

  /** The path that is absent is what is claimed, so a flipped bit may claim another true thing. */
  @Test
  void deniesNothingThatIsThereWithAFlippedBit() {
    var proof = PrivateStudy.FIELDS.revealAbsence("models.m2").orThrow();
    var bytes = FieldProofFile.bytes(proof);
    int claims = 0;
    for (int i = 0; i < bytes.length * 8; i++) {
      var read = FieldProofFile.parse(Damage.flipped(bytes, i), "some.field");
      if (read.isSound() && PrivateStudy.errors(read.orThrow()).isEmpty()) {
        var claim = read.orThrow();
        assertThat(claim.fields()).isEqualTo(proof.fields());
        assertThat(claim.absent()).isNotEqualTo(proof.absent());
        assertThat(PrivateStudy.FIELDS.paths()).doesNotContain(claim.absent().orElseThrow());
        claims++;
      }
    }
    assertThat(claims).isLessThan(8 * "models.m2".length());
  }

  @Test
  void acceptsNoTruncation() {
    var bytes = FieldProofFile.bytes(ONE);
    assertThat(Damage.everyTruncation(bytes))
        .noneMatch(cut -> FieldProofFile.parse(cut.bytes(), "some.field").isSound());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "field/1 | field/2 | COMMITMENT_TOO_NEW | was made by a newer version",
        "field/1 | field/1.5 | COMMITMENT_DAMAGED | has a format that never was",
        "planlock-field/1 | planlock-commitment/1 | COMMITMENT_DAMAGED | is not a proof of fields",
        "\"index\":5 | \"index\":5.5 | COMMITMENT_DAMAGED | does not hold what a proof of fields",
        "\"index\":5 | \"index\":5,\"index\":6 | COMMITMENT_DAMAGED | says `index` twice",
        "\"index\":5 | \"index\":5,\"more\":6 | COMMITMENT_DAMAGED | is not as this program writes",
        "\"proof\":[\" | \"proof\":[7,\" | COMMITMENT_DAMAGED | does not hold",
        "\"proof\":[\" | \"proof\":[\"0 | COMMITMENT_DAMAGED | does not hold",
        "\"proof\": | \"prove\": | COMMITMENT_DAMAGED | does not hold",
        "\"path\": | \"pass\": | COMMITMENT_DAMAGED | does not hold",
        "\"salt\":\" | \"salt\":\"0 | COMMITMENT_DAMAGED | does not hold",
        "\"value\": | \"volume\": | COMMITMENT_DAMAGED | does not hold",
        "\"value\":0.05 | \"value\":0.050 | COMMITMENT_DAMAGED | is not as this program writes",
        "\"value\":0.05 | \"value\":null | COMMITMENT_DAMAGED | stops being JSON",
        "\"value\":0.05 | \"value\":1e999 | COMMITMENT_DAMAGED | stops being JSON",
        "\"size\":12 | \"size\":true | COMMITMENT_DAMAGED | does not hold",
        "\"root\" | \"rood\" | COMMITMENT_DAMAGED | does not hold",
        "\"statementSha256\" | \"statement\" | COMMITMENT_DAMAGED | does not hold",
        "\"fields\":[ | \"absent\":7,\"fields\":[ | COMMITMENT_DAMAGED | is not as this program"
      })
  void namesEachDamage(String from, String to, Rule rule, String words) {
    var found = edited(text -> text.replace(from, to)).diagnostics();
    assertThat(found).extracting(Diagnostic::rule).containsExactly(rule);
    assertThat(found.get(0).message()).startsWith("`some.field` ").contains(words);
  }

  @Test
  void refusesFieldsOutOfOrderTwiceOrNone() {
    var fields = PrivateStudy.revealed("models.m1").fields();
    var backwards = new ArrayList<>(fields);
    Collections.reverse(backwards);
    assertThat(read(backwards).isSound()).isFalse();
    assertThat(read(List.of(fields.get(0), fields.get(0))).isSound()).isFalse();
    var moved = new ProvenField(fields.get(0).field(), 99, fields.get(0).proof());
    assertThat(read(List.of(fields.get(1), moved)).isSound()).isFalse();
    assertThat(edited(text -> text.replaceAll("\\[\\{.*}]", "[]")).isSound()).isFalse();
    assertThatThrownBy(() -> read(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTextThatIsNoUnicode() {
    assertThat(edited(text -> text.replace("alpha", "alph\\ud800")).isSound()).isFalse();
    assertThat(edited(text -> text.replace("alpha", "alph\\u0061")).isSound()).isFalse();
  }

  @Test
  void refusesFilesThatAreNoProofs() {
    assertThat(FieldProofFile.read(folder.resolve("none")).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_MISSING);
    assertThat(FieldProofFile.parse(new byte[(8 << 20) + 1], "big").diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.TOO_LARGE);
    var commitment = CommitmentFile.bytes(PrivateStudy.COMMITMENT);
    assertThat(FieldProofFile.parse(commitment, "small.commitment").isSound()).isFalse();
  }

  private static Checked<FieldProof> read(List<ProvenField> fields) {
    var proof = new FieldProof(ONE.statementSha256(), ONE.head(), Optional.empty(), fields);
    return FieldProofFile.parse(FieldProofFile.bytes(proof), "some.field");
  }

  private static Checked<FieldProof> edited(UnaryOperator<String> edit) {
    var text = new String(FieldProofFile.bytes(ONE), StandardCharsets.UTF_8);
    return FieldProofFile.parse(edit.apply(text).getBytes(StandardCharsets.UTF_8), "some.field");
  }
}
