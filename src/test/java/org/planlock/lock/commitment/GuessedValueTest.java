package org.planlock.lock.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planlock.lock.Json;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Salt;
import org.planlock.lock.Sha256;
import org.planlock.lock.Statement;
import org.planlock.lock.merkle.MerkleHash;

/**
 * Somebody who got one field, and with its proof the hash of the neighbour's leaf, tries every
 * significance level that there is.
 */
class GuessedValueTest {
  private static final String PATH = "models.m1.penalty.alpha";
  private static final ProvenField REVEALED =
      PrivateStudy.revealed("models.m1.name").fields().get(0);
  private static final Sha256 HIDDEN = REVEALED.proof().get(0);

  @Test
  void isNotFoundWithoutItsSalt() {
    var salts =
        List.of(
            REVEALED.field().salt(),
            Salt.of(new byte[32]),
            new Salt(PrivateStudy.COMMITMENT.statementSha256().hex()),
            new Salt(PrivateStudy.COMMITMENT.fields().root().hex()),
            FieldSalt.of(REVEALED.field().salt(), PATH));
    assertThat(salts.stream().flatMap(GuessedValueTest::guesses)).doesNotContain(HIDDEN);
    assertThat(unsalted()).doesNotContain(HIDDEN);
  }

  /** The attack itself works: with the salt, the value is found. */
  @Test
  void isFoundWithIt() {
    assertThat(guesses(FieldSalt.of(PrivateStudy.SALT, PATH))).containsOnlyOnce(HIDDEN);
  }

  @Test
  void isNotFoundByGuessingTheWholePlan() {
    var guessed = PrivateStudy.LOCK.statement();
    var open =
        new Statement(guessed.plan(), guessed.files(), guessed.tables(), guessed.provenance());
    assertThat(PrivateStudy.COMMITMENT.statementSha256()).isNotEqualTo(open.sha256());
    var salted = LockedFields.conceal(open, PrivateStudy.OTHER_SALT).orThrow();
    assertThat(PrivateStudy.COMMITMENT.statementSha256()).isNotEqualTo(salted.sha256());
    var found = LockedFields.conceal(open, PrivateStudy.SALT).orThrow();
    assertThat(PrivateStudy.COMMITMENT.statementSha256()).isEqualTo(found.sha256());
  }

  private static Stream<Sha256> guesses(Salt salt) {
    return values().map(value -> MerkleHash.ofLeaf(new Field(PATH, value, salt).leaf()));
  }

  private static Stream<Sha256> unsalted() {
    return values()
        .map(value -> new String(JsonWriter.bytes(value), StandardCharsets.UTF_8))
        .flatMap(value -> Stream.of(value, "{\"path\":\"" + PATH + "\",\"value\":" + value + "}"))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .flatMap(bytes -> Stream.of(MerkleHash.ofLeaf(bytes), Sha256.of(bytes)));
  }

  private static Stream<Json> values() {
    return IntStream.rangeClosed(0, 1000).mapToObj(i -> new Json.Number(i / 1000.0));
  }
}
