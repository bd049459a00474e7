package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.lock.Json;
import org.planlock.lock.LockFile;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.ledger.StudyLedger;
import org.planlock.lock.time.TimeAuthority;
import org.planlock.lock.time.TsaServer;

class TrustTest {
  private static final String NOON = "2026-12-02T12:00:00Z";

  @TempDir private Path folder;
  @TempDir private Path config;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk =
        new Desk(folder)
            .with("small.plan", Desk.SMALL)
            .where("PLANLOCK_PASSPHRASE", "four words that do not")
            .where("USER", "ana")
            .at(NOON);
  }

  @Test
  void stampsWithTheOwnClockAndSaysThatNobodyNeedBelieveIt() {
    desk.where("PLANLOCK_CONFIG", config.toString());
    assertThat(desk.type("lock", "small.plan")).isZero();
    assertThat(desk.type("verify", "small.lock")).isZero();
    assertThat(desk.out()).contains("self-asserted", "VERIFIED at level T1");
    assertThat(desk.type("verify", "small.lock", "--require-time")).isEqualTo(4);
    assertThat(desk.out()).contains("INTACT at level T1, weaker than asked", "L312");
  }

  @Test
  void locksWithoutAFolderForKeys() {
    assertThat(desk.type("lock", "small.plan")).isZero();
    assertThat(desk.type("verify", "small.lock")).isZero();
    assertThat(desk.out()).contains("VERIFIED at level T0");
  }

  @Test
  void countsPeopleWhomTheVerifierAccepts() {
    signers("ana", "ben");
    assertThat(desk.type("lock", "small.plan", "--sign", "ana")).isZero();
    assertThat(desk.type("sign", "small.lock", "--key", "ben")).isZero();
    assertThat(desk.type("sign", "small.lock", "--key", "ben")).isEqualTo(7);
    assertThat(desk.err()).contains("signed the lock already");
    assertThat(desk.type("verify", "small.lock", "--signer", "signers", "--require-signature", "2"))
        .isZero();
    assertThat(desk.out()).contains("signed by", "ana", "ben");
    assertThat(desk.type("verify", "small.lock", "--signer", "signers", "--require-signature", "3"))
        .isEqualTo(4);
    assertThat(desk.out()).contains("L364", "2 of at least 3 accepted people signed");
    assertThat(desk.type("verify", "small.lock", "--require-signature")).isEqualTo(4);
    assertThat(desk.out()).contains("unknown key", "--signer FILE");
  }

  @Test
  void findsASignatureOfAnotherStatement() {
    signers("ana");
    desk.type("lock", "small.plan", "--sign", "ana");
    var signed = text("small.lock");
    desk.with("other.plan", Desk.SMALL.replace("\"small\"", "\"other\""));
    desk.type("lock", "other.plan");
    var evidence = signed.substring(signed.indexOf("\"signatures\""), signed.indexOf("]"));
    var mixed = text("other.lock").replace("\"signatures\":[", evidence);
    // without its checksum the file is damaged; with it, the signature is wrong
    desk.with("other.lock", mixed);
    assertThat(desk.type("verify", "other.lock")).isEqualTo(3);
    assertThat(desk.out()).contains("L302");
  }

  @Test
  void refusesAKeyThatItCannotOpen() {
    signers("ana");
    desk.where("PLANLOCK_PASSPHRASE", "another one altogether");
    assertThat(desk.type("lock", "small.plan", "--sign", "ana")).isEqualTo(3);
    assertThat(desk.files()).doesNotContain("small.lock");
    assertThat(desk.ledger()).isEmpty();
    assertThat(desk.type("key", "new", "ana")).isEqualTo(7);
    desk.where("PLANLOCK_PASSPHRASE", "short");
    assertThat(desk.type("key", "new", "cleo")).isEqualTo(3);
    assertThat(desk.type("key", "new", "robot", "--no-passphrase", "--comment", "the robot"))
        .isZero();
    assertThat(text("robot.pub")).endsWith("the robot\n");
    assertThat(desk.type("key", "show", "robot.pub")).isZero();
    assertThat(desk.type("key", "show", "nobody")).isEqualTo(5);
  }

  @Test
  void recordsLocksAndAmendments() {
    desk.type("lock", "small.plan");
    assertThat(desk.ledger()).hasSize(2);
    desk.with("small.plan", Desk.SMALL.replace("0.5, 1", "1"));
    assertThat(desk.type("lock", "small.plan")).isEqualTo(7);
    assertThat(desk.err()).contains("plan amend");
    assertThat(desk.type("amend", "small.plan", "--reason", "x".repeat(4001))).isEqualTo(2);
    assertThat(desk.err()).contains("a reason has 1 to 4000 characters").doesNotContain("L340");
    assertThat(desk.type("amend", "small.plan", "--reason", " ")).isEqualTo(3);
    assertThat(desk.type("amend", "small.plan", "--reason", "x", "--timing", "soon")).isEqualTo(3);
    assertThat(desk.err()).contains("after_results");
    assertThat(desk.type("amend", "small.plan", "--reason", "ridge is not needed")).isZero();
    assertThat(desk.ledger()).hasSize(3);
    assertThat(desk.ledger().get(2))
        .contains("supersede", "ridge is not needed", "\"actor\":\"ana\"");
    assertThat(desk.type("verify", "small.lock")).isZero();
    assertThat(desk.out())
        .contains("amends an earlier lock: ridge is not needed", "1 plan locked, 1 amendment");
    assertThat(desk.type("amend", "small.plan", "--reason", "again")).isEqualTo(7);
    assertThat(desk.err()).contains("says what is locked already");
  }

  @Test
  void restoresAFileThatTheLedgerHas() throws IOException {
    desk.type("lock", "small.plan");
    var before = text("small.lock");
    Files.delete(folder.resolve("small.lock"));
    assertThat(desk.type("lock", "small.plan")).isZero();
    assertThat(desk.err()).contains("restored");
    assertThat(text("small.lock")).isEqualTo(before);
    assertThat(desk.ledger()).hasSize(2);
    Files.delete(folder.resolve("small.lock"));
    desk.with("small.plan", Desk.SMALL.replace("0.5, 1", "1"));
    assertThat(desk.type("lock", "small.plan")).isEqualTo(7);
    assertThat(desk.err()).contains("L355");
    assertThat(desk.files()).doesNotContain("small.lock");
  }

  @Test
  void showsTheOtherPlansOfTheStudy() {
    desk.type("lock", "small.plan");
    desk.with("b.plan", Desk.SMALL.replace("\"small\"", "\"other\""));
    desk.type("lock", "b.plan");
    assertThat(desk.type("verify", "small.lock")).isZero();
    assertThat(desk.out()).contains("other plans of the study", "other", "2 plans locked");
  }

  @Test
  void aKeptCheckpointShowsWhatWasCutOff() throws IOException {
    signers("ana");
    desk.type("lock", "small.plan");
    desk.with("b.plan", Desk.SMALL.replace("\"small\"", "\"other\""));
    desk.type("lock", "b.plan");
    assertThat(desk.type("checkpoint", "small.lock", "--sign", "ana", "--out", "kept")).isZero();
    assertThat(desk.type("verify", "small.lock", "--checkpoint", "kept")).isZero();
    var whole = desk.ledger();
    Files.write(folder.resolve(".planlock/ledger.jsonl"), whole.subList(0, 2));
    assertThat(desk.type("verify", "small.lock")).isZero();
    assertThat(desk.out()).contains("L351", "cannot be seen from here");
    assertThat(desk.type("verify", "small.lock", "--checkpoint", "kept")).isEqualTo(1);
    assertThat(desk.out()).contains("L349", "cut or rewritten");
    Files.delete(folder.resolve(".planlock/ledger.jsonl"));
    assertThat(desk.type("verify", "small.lock", "--checkpoint", "kept")).isEqualTo(5);
    assertThat(desk.type("verify", "small.lock")).isZero();
    assertThat(desk.out()).contains("none here");
    assertThat(desk.type("verify", "small.lock", "--checkpoint", "small.plan")).isEqualTo(3);
  }

  @Test
  void findsALedgerThatWasChanged() throws IOException {
    desk.type("lock", "small.plan");
    var ledger = folder.resolve(".planlock/ledger.jsonl");
    var lines = desk.ledger();
    Files.writeString(ledger, String.join("\n", lines).replace("ana", "ann") + "\n");
    assertThat(desk.type("verify", "small.lock")).isEqualTo(1);
    Files.write(ledger, lines.subList(0, 1));
    assertThat(desk.type("verify", "small.lock")).isEqualTo(1);
    assertThat(desk.out()).contains("L313", "does not know this lock");
    Files.writeString(ledger, "nonsense\n");
    assertThat(desk.type("verify", "small.lock")).isEqualTo(3);
    Files.delete(ledger);
    Files.createDirectory(ledger);
    assertThat(desk.type("verify", "small.lock")).isEqualTo(3);
  }

  @Test
  void getsTheTimeFromAnAuthorityAndKeepsTheLockWithoutOne() throws IOException {
    var authority =
        TimeAuthority.open(
                folder.resolve("tsa.key"), "Hospital", InstantSource.fixed(Instant.parse(NOON)))
            .orThrow();
    desk.with("tsa.pem", authority.certificatePem());
    String url;
    try (var server = TsaServer.start(0, authority).orThrow()) {
      url = "http://127.0.0.1:" + server.address().getPort() + "/";
      assertThat(desk.type("lock", "small.plan", "--tsa", url)).isZero();
      assertThat(desk.type("timestamp", "small.lock", "--tsa", url)).isZero();
    }
    assertThat(desk.type("verify", "small.lock", "--tsa-ca", "tsa.pem", "--require-time")).isZero();
    assertThat(desk.out()).contains("VERIFIED at level T2", "by an authority that you trust");
    assertThat(desk.type("verify", "small.lock", "--tsa-ca", "tsa.pem", "--require-time", "T3"))
        .isEqualTo(4);
    assertThat(desk.type("verify", "small.lock", "--require-time")).isEqualTo(4);
    assertThat(desk.type("verify", "small.lock", "--tsa-ca", "small.plan")).isEqualTo(3);
    desk.with("b.plan", Desk.SMALL.replace("\"small\"", "\"other\""));
    assertThat(desk.type("lock", "b.plan", "--tsa", free())).isEqualTo(5);
    assertThat(desk.err()).contains("L337", "nothing is lost");
    assertThat(desk.type("verify", "other.lock")).isZero();
    assertThat(desk.type("timestamp", "other.lock", "--tsa", free())).isEqualTo(5);
  }

  @Test
  void getsTheTimeByFileAndGivesAStrangerWhatItTakes() {
    var authority =
        TimeAuthority.open(
                folder.resolve("tsa.key"), "Hospital", InstantSource.fixed(Instant.parse(NOON)))
            .orThrow();
    desk.with("tsa.pem", authority.certificatePem());
    desk.type("lock", "small.plan");
    assertThat(desk.type("export-evidence", "small.lock", "--out", "none")).isEqualTo(4);
    assertThat(desk.type("timestamp", "small.lock")).isEqualTo(2);
    assertThat(desk.type("timestamp", "small.lock", "--tsq-out", "q.tsq")).isZero();
    desk.with("r.tsr", authority.answer(desk.bytes("q.tsq")));
    assertThat(desk.type("timestamp", "small.lock", "--import", "r.tsr", "--query", "q.tsq"))
        .isZero();
    assertThat(desk.type("timestamp", "small.lock", "--import", "r.tsr")).isZero();
    desk.with("b.plan", Desk.SMALL.replace("\"small\"", "\"other\""));
    desk.type("lock", "b.plan");
    assertThat(desk.type("timestamp", "other.lock", "--import", "r.tsr")).isEqualTo(1);
    assertThat(desk.err()).contains("L322");
    assertThat(desk.type("export-evidence", "small.lock", "--out", "ev", "--tsa-ca", "tsa.pem"))
        .isZero();
    assertThat(desk.files()).contains("ev/README.txt", "ev/statement.bin", "ev/token-1.tsr");
    assertThat(desk.type("export-evidence", "small.lock", "--out", "ev")).isEqualTo(7);
  }

  @Test
  void noEvidenceIsAcceptedInPart() {
    var authority =
        TimeAuthority.open(
                folder.resolve("tsa.key"), "Hospital", InstantSource.fixed(Instant.parse(NOON)))
            .orThrow();
    desk.type("lock", "small.plan");
    desk.type("timestamp", "small.lock", "--tsq-out", "q.tsq");
    var reply = authority.answer(desk.bytes("q.tsq"));
    for (int cut : new int[] {0, 1, reply.length / 2, reply.length - 1}) {
      desk.with("r.tsr", java.util.Arrays.copyOf(reply, cut));
      assertThat(desk.type("timestamp", "small.lock", "--import", "r.tsr")).isIn(1, 3);
    }
    desk.with("page.html", "<!DOCTYPE html><html></html>");
    assertThat(desk.type("timestamp", "small.lock", "--import", "page.html")).isEqualTo(3);
    assertThat(desk.err()).contains("web page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T00:00:00Z", "2090-06-01T00:00:00Z"})
  void locksWhateverTheClockSays(String now) {
    desk.where("PLANLOCK_CONFIG", config.toString()).at(now);
    assertThat(desk.type("lock", "small.plan")).isZero();
    desk.at(NOON);
    assertThat(desk.type("verify", "small.lock")).isIn(0, 1);
    assertThat(desk.err()).doesNotContain("Exception");
  }

  @Test
  void aLockOfBeforeTheLedgerIsRecordedWhenItIsAmended() throws IOException {
    desk.type("lock", "small.plan");
    delete(folder.resolve(".planlock"));
    desk.with("small.plan", Desk.SMALL.replace("0.5, 1", "1"));
    assertThat(desk.type("amend", "small.plan", "--reason", "no ridge")).isZero();
    assertThat(desk.ledger()).hasSize(3);
    assertThat(desk.type("verify", "small.lock")).isZero();
  }

  @Test
  void anAmendedLockIsSuperseded() {
    desk.type("lock", "small.plan");
    desk.with("old.lock", desk.bytes("small.lock"));
    desk.with("small.plan", Desk.SMALL.replace("0.5, 1", "1"));
    desk.type("amend", "small.plan", "--reason", "no ridge", "--timing", "before_data");
    assertThat(desk.type("verify", "old.lock", "--plan", "small.plan")).isEqualTo(1);
    assertThat(desk.out()).contains("superseded", "other plans of the study");
    assertThat(desk.type("amend", "none.plan", "--reason", "x")).isEqualTo(5);
  }

  @Test
  void commitsNowAndRevealsLater() {
    assertThat(desk.type("lock", "small.plan", "--private")).isZero();
    assertThat(desk.out()).contains("small.commitment", "may be published");
    assertThat(desk.ledger().get(1)).doesNotContain("\"plan\":");
    assertThat(text("small.commitment")).doesNotContain("l1_ratio");
    var field = "models.m1.penalty.l1_ratio";
    assertThat(desk.type("reveal", "small.lock", "--field", field, "--out", "a.field")).isZero();
    assertThat(desk.out()).contains(field);
    assertThat(desk.type("verify", "a.field", "--commitment", "small.commitment")).isZero();
    assertThat(desk.out()).contains("field", "proven", field);
    assertThat(desk.type("verify", "a.field")).isEqualTo(2);
    assertThat(desk.type("verify", "a.field", "--commitment", "none")).isEqualTo(5);
    desk.with("b.field", text("a.field").replace("0.5", "0.6"));
    assertThat(desk.type("verify", "b.field", "--commitment", "small.commitment")).isIn(1, 3);
    assertThat(desk.type("reveal", "small.lock", "--absent", "models.m9", "--out", "c.field"))
        .isZero();
    assertThat(desk.type("verify", "c.field", "--commitment", "small.commitment")).isZero();
    assertThat(desk.out()).contains("absent", "beside the gap");
    assertThat(desk.type("verify", "small.lock", "--commitment", "small.commitment")).isZero();
    assertThat(desk.type("verify", "small.lock", "--commitment", "none")).isEqualTo(5);
    assertThat(desk.type("reveal", "small.lock", "--out", "d.field")).isEqualTo(2);
    assertThat(desk.type("reveal", "small.lock", "--field", field, "--out", "d")).isEqualTo(2);
    assertThat(desk.type("reveal", "small.lock", "--field", "modles", "--out", "d.field"))
        .isEqualTo(2);
    desk.with("small.plan", Desk.SMALL.replace("0.5, 1", "1"));
    assertThat(desk.type("amend", "small.plan", "--reason", "no ridge")).isZero();
    assertThat(desk.type("verify", "a.field", "--commitment", "small.commitment")).isEqualTo(1);
    assertThat(desk.ledger().get(2)).doesNotContain("\"plan\":");
  }

  @Test
  void anUnfinishedExecutionIsCounted() {
    desk.type("lock", "small.plan");
    var lock = LockFile.parse(desk.bytes("small.lock"), "small.lock").orThrow();
    var clock = InstantSource.fixed(Instant.parse(NOON));
    var ledger = new StudyLedger(LedgerFolder.ofStudy(folder), clock, "ana");
    assertThat(ledger.begin(lock, List.of()).orThrow()).isEqualTo(2);
    assertThat(desk.type("verify", "small.lock")).isZero();
    assertThat(desk.out())
        .contains(
            "1 execution (1 unfinished: it began and did not end, so its outcome may have been"
                + " seen)");
  }

  @Test
  void aStampOfAnotherLockProvesNothing() {
    var authority = authority("Hospital");
    desk.with("tsa.pem", authority.certificatePem());
    desk.type("lock", "small.plan");
    desk.type("timestamp", "small.lock", "--tsq-out", "q.tsq");
    desk.with("r.tsr", authority.answer(desk.bytes("q.tsq")));
    desk.type("timestamp", "small.lock", "--import", "r.tsr");
    desk.with("b.plan", Desk.SMALL.replace("\"small\"", "\"other\""));
    desk.type("lock", "b.plan");
    var stamp = LockFile.parse(desk.bytes("small.lock"), "x").orThrow().time().get(0);
    var other = LockFile.parse(desk.bytes("other.lock"), "x").orThrow();
    desk.with("other.lock", LockFile.bytes(other.stamped(stamp)));
    assertThat(desk.type("verify", "other.lock", "--tsa-ca", "tsa.pem")).isEqualTo(1);
    assertThat(desk.out()).contains("does not hold", "L322");
    var odd = new Json.Fields(Map.of("kind", new Json.Text("sundial")));
    desk.with("other.lock", LockFile.bytes(other.stamped(odd)));
    assertThat(desk.type("verify", "other.lock")).isEqualTo(7);
    assertThat(desk.out()).contains("newer");
    var broken = new Json.Fields(Map.of("kind", new Json.Text("rfc3161")));
    desk.with("other.lock", LockFile.bytes(other.stamped(broken)));
    assertThat(desk.type("verify", "other.lock")).isEqualTo(3);
    assertThat(desk.out()).contains("not readable");
  }

  @Test
  void twoAuthoritiesThatYouTrustAreMoreThanOne() {
    desk.type("lock", "small.plan");
    for (var name : List.of("one", "two")) {
      var authority = authority(name);
      desk.with(name + ".pem", authority.certificatePem());
      desk.type("timestamp", "small.lock", "--tsq-out", name + ".tsq");
      desk.with(name + ".tsr", authority.answer(desk.bytes(name + ".tsq")));
      assertThat(desk.type("timestamp", "small.lock", "--import", name + ".tsr")).isZero();
    }
    assertThat(
            desk.type(
                "verify",
                "small.lock",
                "--tsa-ca",
                "one.pem",
                "--tsa-ca",
                "two.pem",
                "--require-time",
                "T3"))
        .isZero();
    assertThat(desk.out()).contains("VERIFIED at level T3", "by two independent authorities");
    assertThat(desk.type("verify", "small.lock", "--tsa-ca", "one.pem", "--require-time", "T3"))
        .isEqualTo(4);
    assertThat(desk.out()).contains("no two independent authorities");
  }

  @Test
  void someSignaturesHoldAndDoNotCount() {
    signers("ana", "ben");
    desk.type("lock", "small.plan", "--sign", "ana", "--sign", "ana", "--sign", "ben");
    desk.with("signers", text("signers").replace("ben ", "ben only-for=release "));
    assertThat(desk.type("verify", "small.lock", "--signer", "signers")).isZero();
    assertThat(desk.out()).contains("twice", "not allowed", "L361", "L363");
    assertThat(desk.type("verify", "small.lock", "--signer", "small.plan")).isEqualTo(3);
    assertThat(desk.type("verify", "small.lock", "--signer", "nobody")).isEqualTo(5);
  }

  @Test
  void aSignatureOfOtherBytesIsWrong() {
    signers("ana");
    desk.type("lock", "small.plan", "--sign", "ana");
    desk.with("b.plan", Desk.SMALL.replace("\"small\"", "\"other\""));
    desk.type("lock", "b.plan");
    var signature = LockFile.parse(desk.bytes("small.lock"), "x").orThrow().signatures().get(0);
    var other = LockFile.parse(desk.bytes("other.lock"), "x").orThrow();
    desk.with("other.lock", LockFile.bytes(other.signed(signature)));
    assertThat(desk.type("verify", "other.lock", "--signer", "signers")).isEqualTo(1);
    assertThat(desk.out()).contains("wrong", "L360");
  }

  @Test
  void tellsANewerLedgerFromADamagedOne() throws IOException {
    desk.type("lock", "small.plan");
    var file = folder.resolve(".planlock/ledger.jsonl");
    var whole = desk.ledger();
    Files.writeString(file, whole.get(0).replace("\"v\":1", "\"v\":2") + "\n");
    assertThat(desk.type("verify", "small.lock")).isEqualTo(7);
    assertThat(desk.type("execute", "small.lock", "--data", ".", "--out", "r")).isIn(3, 7);
    assertThat(desk.files()).noneMatch(name -> name.startsWith("r/"));
    desk.with("b.plan", Desk.SMALL.replace("\"small\"", "\"other\""));
    assertThat(desk.type("lock", "b.plan")).isEqualTo(7);
    assertThat(desk.files()).doesNotContain("other.lock");
  }

  @Test
  void namesAStudyWhoseFolderHasNoUsableName() throws IOException {
    var odd = Files.createDirectories(folder.resolve("two words"));
    Files.writeString(odd.resolve("small.plan"), Desk.SMALL);
    assertThat(desk.type("lock", "two words/small.plan")).isZero();
    assertThat(Files.readString(odd.resolve(".planlock/ledger.jsonl")))
        .contains("\"study\":\"study\"");
    var blocked = Files.createDirectories(folder.resolve("blocked"));
    Files.writeString(blocked.resolve("small.plan"), Desk.SMALL);
    Files.writeString(blocked.resolve(".planlock"), "in the way");
    assertThat(desk.type("lock", "blocked/small.plan")).isIn(3, 5);
    assertThat(Files.exists(blocked.resolve("small.lock"))).isFalse();
  }

  private TimeAuthority authority(String name) {
    return TimeAuthority.open(
            folder.resolve(name + ".tsa"), name, InstantSource.fixed(Instant.parse(NOON)))
        .orThrow();
  }

  private static void delete(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void signers(String... names) {
    var lines = new StringBuilder();
    for (var name : List.of(names)) {
      desk.type("key", "new", name);
      desk.type("key", "show", name);
      lines.append(name).append(' ').append(desk.out());
    }
    desk.with("signers", lines.toString());
  }

  private String text(String name) {
    return new String(desk.bytes(name), StandardCharsets.UTF_8);
  }

  /** An address at which nobody listens. */
  private static String free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }
  }
}
