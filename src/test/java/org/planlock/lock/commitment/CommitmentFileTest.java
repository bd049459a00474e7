package org.planlock.lock.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Damage;
import org.planlock.lock.Json;

class CommitmentFileTest {
  static final Json.Fields EVIDENCE = evidence(Commitment.OVER);

  private static final Commitment STAMPED = PrivateStudy.COMMITMENT.with(EVIDENCE);

  @TempDir Path folder;

  @Test
  void readsBackExactlyWhatItWrote() throws IOException {
    for (var commitment : new Commitment[] {PrivateStudy.COMMITMENT, STAMPED}) {
      var file = folder.resolve("small.commitment");
      Files.write(file, CommitmentFile.bytes(commitment));
      var read = CommitmentFile.read(file).orThrow();
      assertThat(read).isEqualTo(commitment);
      assertThat(CommitmentFile.bytes(read)).isEqualTo(Files.readAllBytes(file));
    }
  }

  @Test
  void holdsDigestsAndNothingOfThePlan() {
    var text = new String(CommitmentFile.bytes(PrivateStudy.COMMITMENT), StandardCharsets.UTF_8);
    assertThat(text)
        .matches(
            "\\{\"commitmentSha256\":\"[0-9a-f]{64}\",\"fields\":\\{\"root\":\"[0-9a-f]{64}\","
                + "\"size\":12},\"format\":\"planlock-commitment/1\","
                + "\"statementSha256\":\"[0-9a-f]{64}\",\"time\":\\[]}\n")
        .doesNotContain(PrivateStudy.SALT.hex())
        .doesNotContain(PrivateStudy.LOCK.planDigest().sha256().hex());
  }

  @Test
  void keepsItsNameWhenTimeIsAttested() {
    assertThat(STAMPED.sha256()).isEqualTo(PrivateStudy.COMMITMENT.sha256());
    assertThat(CommitmentFile.bytes(STAMPED))
        .isNotEqualTo(CommitmentFile.bytes(PrivateStudy.COMMITMENT));
  }

  @Test
  void acceptsNoFlippedBit() {
    var bytes = CommitmentFile.bytes(PrivateStudy.COMMITMENT);
    assertThat(Damage.everyBit(bytes))
        .noneMatch(changed -> CommitmentFile.parse(changed.bytes(), "small.commitment").isSound());
  }

  @Test
  void commitsToTheSameWhateverHappensToItsTimeEvidence() {
    var bytes = CommitmentFile.bytes(STAMPED);
    for (int i = 0; i < bytes.length * 8; i++) {
      CommitmentFile.parse(Damage.flipped(bytes, i), "small.commitment")
          .value()
          .ifPresent(
              read -> {
                assertThat(read.sha256()).isEqualTo(STAMPED.sha256());
                assertThat(read.time()).isNotEqualTo(STAMPED.time());
              });
    }
  }

  @Test
  void acceptsNoTruncation() {
    var bytes = CommitmentFile.bytes(STAMPED);
    assertThat(Damage.everyTruncation(bytes))
        .noneMatch(cut -> CommitmentFile.parse(cut.bytes(), "small").isSound());
  }

  @Test
  void survivesACheckoutThatChangesLineEnds() {
    assertThat(edited(text -> text.replace("\n", "\r\n")).isSound()).isTrue();
    assertThat(edited(text -> text + "\n").isSound()).isFalse();
    assertThat(edited(text -> text.replace("}\n", "}\r ")).isSound()).isFalse();
    assertThat(edited(text -> text.replace("[", " [").replace("\n", "\r\n")).isSound()).isFalse();
    assertThat(edited(text -> text.replace("\n", "\r")).isSound()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "commitment/1 | commitment/2 | COMMITMENT_TOO_NEW | was made by a newer version",
        "commitment/1 | commitment/999999999 | COMMITMENT_TOO_NEW | was made by a newer version",
        "commitment/1 | commitment/9999999999 | COMMITMENT_DAMAGED | has a format that never was",
        "commitment/1 | commitment/0 | COMMITMENT_DAMAGED | has a format that never was",
        "planlock-commitment/1 | planlock-lock/1 | COMMITMENT_DAMAGED | is not a commitment",
        "\"format\":\"planlock-commitment/1\" | \"format\":1 | COMMITMENT_DAMAGED | is not a commitment",
        "\"size\":12 | \"size\":13 | COMMITMENT_DAMAGED | is not as this program writes",
        "\"size\":12 | \"size\":12.5 | COMMITMENT_DAMAGED | does not hold",
        "\"size\":12 | \"size\":-12 | COMMITMENT_DAMAGED | does not hold",
        "\"size\":12 | \"size\":1e+300 | COMMITMENT_DAMAGED | does not hold",
        "\"size\":12 | \"size\":12.0 | COMMITMENT_DAMAGED | is not as this program writes",
        "\"size\":12 | \"size\":12,\"size\":12 | COMMITMENT_DAMAGED | says `size` twice",
        "\"root\":\" | \"root\":\"0 | COMMITMENT_DAMAGED | does not hold",
        "\"statementSha256\" | \"statement\" | COMMITMENT_DAMAGED | does not hold",
        "\"time\":[] | \"time\":{} | COMMITMENT_DAMAGED | does not hold",
        "\"time\":[] | \"time\":[1] | COMMITMENT_DAMAGED | does not hold",
        "\"time\":[] | \"time\":[{\"kind\":1}] | COMMITMENT_DAMAGED | does not hold",
        "\"time\":[] | \"time\":[],\"zone\":1 | COMMITMENT_DAMAGED | is not as this program writes",
        "\"time\":[] | \"time\":null | COMMITMENT_DAMAGED | stops being JSON",
        "{\"commitmentSha256\" | { \"commitmentSha256\" | COMMITMENT_DAMAGED | is not as this program",
        "\"commitmentSha256\":\" | \"commitmentSha256\":\"0 | COMMITMENT_DAMAGED | is not as this program"
      })
  void namesEachDamage(String from, String to, Rule rule, String words) {
    var found = edited(text -> text.replace(from, to)).diagnostics();
    assertThat(found).extracting(Diagnostic::rule).containsExactly(rule);
    assertThat(found.get(0).message()).startsWith("`small.commitment` ").contains(words);
  }

  @Test
  void refusesFilesThatAreNoCommitments() {
    assertThat(CommitmentFile.read(folder).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.NOT_A_REGULAR_FILE);
    assertThat(CommitmentFile.read(folder.resolve("none")).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.FILE_MISSING);
    assertThat(CommitmentFile.parse(new byte[(8 << 20) + 1], "big").diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.TOO_LARGE);
    for (var text : new String[] {"", "[]\n", "7\n", "\"\"\n", "[".repeat(100_000)}) {
      assertThat(edited(old -> text).diagnostics())
          .extracting(Diagnostic::rule)
          .containsExactly(Rule.COMMITMENT_DAMAGED);
    }
    assertThat(CommitmentFile.parse(new byte[] {(byte) 0xc0}, "latin").isSound()).isFalse();
  }

  @Test
  void takesNoMoreEvidenceThanAnybodyNeeds() {
    var commitment = PrivateStudy.COMMITMENT;
    for (int i = 0; i < 64; i++) {
      commitment = commitment.with(evidence("statement"));
    }
    assertThat(CommitmentFile.parse(CommitmentFile.bytes(commitment), "many").isSound()).isTrue();
    var more = CommitmentFile.bytes(commitment.with(EVIDENCE));
    assertThat(CommitmentFile.parse(more, "too many").isSound()).isFalse();
  }

  static Json.Fields evidence(String over) {
    var members = new TreeMap<String, Json>();
    Map.of("kind", "rfc3161", "over", over, "request", "AA==", "response", "AQ==", "note", "a")
        .forEach((name, text) -> members.put(name, new Json.Text(text)));
    return new Json.Fields(members);
  }

  private static Checked<Commitment> edited(UnaryOperator<String> edit) {
    var text = new String(CommitmentFile.bytes(PrivateStudy.COMMITMENT), StandardCharsets.UTF_8);
    return CommitmentFile.parse(
        edit.apply(text).getBytes(StandardCharsets.UTF_8), "small.commitment");
  }
}
