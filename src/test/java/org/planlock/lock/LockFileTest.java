package org.planlock.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;

class LockFileTest {
  @TempDir Path folder;

  @Test
  void readsBackExactlyWhatItWrote() throws IOException {
    var file = folder.resolve("small.lock");
    AtomicFile.onDisk().create(file, LockFile.bytes(Locks.lock())).orThrow();
    var read = LockFile.read(file).orThrow();
    assertThat(LockFile.bytes(read)).isEqualTo(Files.readAllBytes(file));
    assertThat(read.sha256()).isEqualTo(Locks.lock().sha256());
    assertThat(read.statement().files()).isEqualTo(Locks.lock().statement().files());
    assertThat(read.statement().tables()).isEqualTo(Locks.lock().statement().tables());
    assertThat(read.statement().provenance()).isEqualTo(Locks.lock().statement().provenance());
    assertThat(read.planDigest()).isEqualTo(PlanDigest.of(Locks.PLAN).orThrow());
    assertThat(read.claimedTime()).isEqualTo("2026-03-02T09:14:07Z");
  }

  @Test
  void storesAnInTotoStatementThatNamesThePlanFirst() {
    var json = new String(Locks.lock().statement().bytes(), StandardCharsets.UTF_8);
    assertThat(json)
        .startsWith(
            "{\"_type\":\"https://in-toto.io/Statement/v1\",\"predicate\":{\"author\":\"A. Author\",")
        .contains("\"predicateType\":\"https://planlock.org/lock/v1\"")
        .contains(
            "\"subject\":[{\"digest\":{\"sha256\":\"" + Locks.lock().planDigest().sha256().hex())
        .contains("\"name\":\"small\"},{\"digest\":")
        .contains("{\"path\":\"later.tsv\",\"state\":\"not yet collected\"}")
        .contains("\"rng\":{\"algorithm\":\"sha256_counter\",\"seed\":\"plan_digest\"}")
        .contains("\"claimedTime\":\"2026-03-02T09:14:07Z\"")
        .doesNotContain("salt", "supersedes", "reason", "allocationCommit");
  }

  @Test
  void acceptsNoFlippedBit() {
    var bytes = LockFile.bytes(Locks.lock());
    assertThat(
            Damage.accepted(
                "bits of a lock",
                Damage.everyBit(bytes),
                changed -> LockFile.parse(changed.bytes(), "small.lock").isSound()))
        .isZero();
  }

  @Test
  void acceptsNoTruncation() {
    var bytes = LockFile.bytes(Locks.lock());
    assertThat(
            Damage.accepted(
                "beginnings of a lock",
                Damage.everyTruncation(bytes),
                changed -> LockFile.parse(changed.bytes(), "small.lock").isSound()))
        .isZero();
  }

  @Test
  void survivesACheckoutThatChangesLineEnds() {
    assertThat(edited(text -> text.replace("\n", "\r\n")).isSound()).isTrue();
    assertThat(edited(text -> text + "\n").isSound()).isFalse();
    assertThat(edited(text -> text.replace("\n", "\rx")).isSound()).isFalse();
    assertThat(edited(text -> text.replace("}\n", ")\r\n")).isSound()).isFalse();
    assertThat(
            edited(text -> text.replace("planlock-lock", "planlock-LOCK").replace("\n", "\r\n"))
                .isSound())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "planlock-lock/1 | planlock-lock/2 | LOCK_TOO_NEW",
        "planlock-lock/1 | other/1 | LOCK_DAMAGED",
        "\"format\":\"planlock-lock/1\" | \"format\":1 | LOCK_DAMAGED",
        "\"time\":[] | \"time\":[{}] | LOCK_DAMAGED",
        "\"signatures\":[] | \"signatures\":[{}] | LOCK_DAMAGED",
        "\"signatures\":[] | \"signatures\":[],\"signatures\":[] | LOCK_DAMAGED",
        "\"payload\":\" | \"payload\":\"* | LOCK_DAMAGED",
        "\"dsse\":{ | \"dsse2\":{ | LOCK_DAMAGED",
        "vnd.in-toto+json | json | LOCK_DAMAGED",
        "\"time\":[] | \"time\":[],\"zone\":1 | LOCK_DAMAGED",
        "{\"dsse\" | { \"dsse\" | LOCK_DAMAGED",
        "\"statementSha256\":\" | \"statementSha256\":\"0 | STATEMENT_CHANGED",
        "\"statementSha256\" | \"statementSha\" | STATEMENT_CHANGED"
      })
  void namesEachDamage(String from, String to, Rule rule) {
    var checked = edited(text -> text.replace(from, to));
    assertThat(checked.diagnostics()).extracting(d -> d.rule()).containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\":\"m1\" | \"name\":\"m9\" | SUBJECT_MISMATCH",
        "\"l1_ratio\":[0.1,1] | \"l1_ratio\":[0.10,1] | STATEMENT_NOT_CANONICAL",
        "\"title\":\"Größe\" | \"title\":\"Gr\\u00f6\\u00dfe\" | STATEMENT_NOT_CANONICAL",
        "\"canonicalisation\":1 | \"canonicalisation\":2 | LOCK_TOO_NEW",
        "\"schema\":1 | \"schema\":2 | LOCK_TOO_NEW",
        "lock/v1 | lock/v2 | LOCK_TOO_NEW",
        "\"schema\":1 | \"schema\":0 | STATEMENT_NOT_CANONICAL",
        "\"semantics\":1 | \"semantics\":1.5 | LOCK_DAMAGED",
        "\"semantics\":1 | \"semantics\":-1 | LOCK_DAMAGED",
        "\"semantics\":1 | \"semantics\":99999999999 | LOCK_DAMAGED",
        "\"semantics\":1 | \"semantics\":true | LOCK_DAMAGED",
        "T09:14:07Z | T99:14:07Z | LOCK_DAMAGED",
        "\"role\":\"atlas\" | \"roll\":\"atlas\" | LOCK_DAMAGED",
        "\"bytes\":7 | \"bytes\":1e+300 | STATEMENT_NOT_CANONICAL",
        "\"bytes\":7 | \"bytes\":-7 | STATEMENT_NOT_CANONICAL",
        "\"bytes\":7 | \"bytes\":8.5 | STATEMENT_NOT_CANONICAL",
        "\"state\":\"hashed\" | \"state\":\"forged\" | STATEMENT_NOT_CANONICAL",
        "\"subject\":[ | \"subjects\":[ | SUBJECT_MISMATCH",
        "\"title\":\"Größe\" | \"title\":\"\\u0007\" | LOCK_DAMAGED",
        "\"planlock\":1 | \"planlock\":null | LOCK_DAMAGED",
        "\"author\":\"A. Author\" | \"authors\":\"A. Author\" | STATEMENT_NOT_CANONICAL"
      })
  void findsAForgedStatementWhoseDigestWasForgedToo(String from, String to, Rule rule) {
    var forged = restated(text -> text.replace(from, to));
    assertThat(forged.diagnostics()).extracting(d -> d.rule()).containsExactly(rule);
  }

  @Test
  void refusesStatementsThatAreNone() {
    assertThat(restated(text -> "[]").isSound()).isFalse();
    assertThat(restated(text -> "").isSound()).isFalse();
    assertThat(edited(text -> "[]\n").diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.LOCK_DAMAGED);
    assertThat(edited(text -> "").diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.LOCK_DAMAGED);
  }

  @Test
  void refusesFilesThatAreNoLocks() {
    assertThat(LockFile.read(folder).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.NOT_A_REGULAR_FILE);
    assertThat(LockFile.read(folder.resolve("none")).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.FILE_MISSING);
    assertThat(LockFile.parse(new byte[9 << 20], "big").diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.TOO_LARGE);
    assertThat(LockFile.parse(new byte[] {(byte) 0xc0}, "latin").isSound()).isFalse();
  }

  private static Checked<PlanLock> edited(UnaryOperator<String> edit) {
    var text = new String(LockFile.bytes(Locks.lock()), StandardCharsets.UTF_8);
    return LockFile.parse(edit.apply(text).getBytes(StandardCharsets.UTF_8), "small.lock");
  }

  private static Checked<PlanLock> restated(UnaryOperator<String> edit) {
    var old = Locks.lock().statement().bytes();
    var forged =
        edit.apply(new String(old, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    return edited(
        text ->
            text.replace(
                    Base64.getEncoder().encodeToString(old),
                    Base64.getEncoder().encodeToString(forged))
                .replace(Sha256.of(old).hex(), Sha256.of(forged).hex()));
  }
}
