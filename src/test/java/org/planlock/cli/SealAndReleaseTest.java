package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.lock.seal.CustodianKeyFile;
import org.planlock.lock.seal.ReleaseFile;
import org.planlock.lock.seal.SealedTableFile;

class SealAndReleaseTest {
  @TempDir private Path folder;
  private Custodian custodian;
  private Desk desk;

  @BeforeEach
  void begin() {
    custodian = new Custodian(folder);
    desk = custodian.desk;
  }

  @Test
  void sealsATableAndSaysWhatToKeepAndWhatToHandOver() throws IOException {
    assertThat(custodian.lock()).isZero();
    assertThat(custodian.seal()).as(desk.err()).isZero();
    assertThat(desk.out())
        .isEqualTo(
            """
            sealed     wide.csv   20 participants; before, after can be read by nobody without the key
            hand over  study/data/wide.sealed   to whoever analyses
            keep       pharmacy/wide.key   where they cannot open it, and a copy: without it nobody opens the table again
            keep       pharmacy/wide.csv   where they cannot open it either: it is not sealed, only its copy is
            recorded   in study/.planlock
            """);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("pharmacy/wide.key"))))
        .isEqualTo("rw-------");
    var sealed = SealedTableFile.parse(desk.bytes("study/data/wide.sealed"), "x").orThrow();
    var key = CustodianKeyFile.read(folder.resolve("pharmacy/wide.key"), "k").orThrow();
    assertThat(sealed.open(key, "x").orThrow().bytes()).isEqualTo(desk.bytes("pharmacy/wide.csv"));
    assertThat(custodian.text("study/data/wide.sealed"))
        .contains("p01,", "age")
        .doesNotContain("39.");
    assertThat(custodian.entries()).containsExactly("init", "lock", "seal");
    assertThat(custodian.ledger().get(2))
        .contains("\"path\":\"data/wide.sealed\"", sealed.sha256().hex(), key.commitment().hex());
  }

  @Test
  void sealsBeforeThereIsAStudy() {
    assertThat(custodian.seal()).isZero();
    assertThat(desk.out()).contains("recorded   nowhere", "--study DIR");
    custodian = new Custodian(folder.resolve("other"));
    desk = custodian.desk;
    assertThat(custodian.seal("--study", "study", "--format", "json")).isZero();
    var json = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(json.get("participants").getAsInt()).isEqualTo(20);
    assertThat(json.get("ledger").getAsString()).isEqualTo("study/.planlock");
    assertThat(custodian.entries()).containsExactly("init", "seal");
    assertThat(custodian.lock()).isZero();
    assertThat(custodian.entries()).containsExactly("init", "seal", "lock");
  }

  @Test
  void overwritesNothingAndLeavesNothingHalfDone() throws IOException {
    desk.with("pharmacy/wide.key", "an old key");
    assertThat(custodian.seal()).isEqualTo(7);
    assertThat(desk.err()).contains("D470", "never overwritten");
    assertThat(desk.files()).doesNotContain("study/data/wide.sealed");
    Files.delete(folder.resolve("pharmacy/wide.key"));
    desk.with("study/data/wide.sealed", "an old table");
    assertThat(custodian.seal()).isEqualTo(7);
    assertThat(desk.files()).doesNotContain("pharmacy/wide.key");
    Files.delete(folder.resolve("study/data/wide.sealed"));
    var seal = "seal pharmacy/wide.csv --ids rid --columns after";
    assertThat(custodian.type(seal + " --out no/such/x.sealed --key pharmacy/wide.key"))
        .isEqualTo(5);
    assertThat(desk.files()).doesNotContain("pharmacy/wide.key");
    assertThat(custodian.type(seal + " --out same.sealed --key same.sealed")).isEqualTo(7);
    assertThat(custodian.type(seal + " --out x.csv --key pharmacy/wide.key")).isEqualTo(2);
    assertThat(desk.err()).contains("ends in .sealed");
    Files.createDirectories(folder.resolve("study/.planlock"));
    desk.with("study/.planlock/ledger.jsonl", "nonsense\n");
    assertThat(custodian.seal()).isEqualTo(3);
    assertThat(desk.err()).contains("nothing was sealed");
    assertThat(desk.files()).doesNotContain("pharmacy/wide.key", "study/data/wide.sealed");
  }

  @Test
  void sealsNothingThatCannotBeSealed() {
    var end = " --out x.sealed --key k";
    assertThat(custodian.type("seal pharmacy/wide.csv --ids rid --columns afte" + end))
        .isEqualTo(3);
    assertThat(desk.err()).contains("`after` is the nearest");
    assertThat(custodian.type("seal none.csv --ids rid --columns after" + end)).isEqualTo(5);
    desk.with("t.txt", "rid;after\np1;1\np2;2\n");
    assertThat(custodian.type("seal t.txt --ids rid --columns after" + end)).isEqualTo(3);
    assertThat(custodian.type("seal t.txt --ids rid --columns after --separator semicolon" + end))
        .isZero();
    assertThat(custodian.type("seal pharmacy/wide.csv --columns after" + end)).isEqualTo(2);
  }

  @Test
  void releasesForOneLockAndRecordsItFirst() {
    sealedAndLocked();
    assertThat(custodian.release("release")).as(desk.err()).isZero();
    assertThat(desk.out())
        .isEqualTo(
            """
            released   wide.csv   for study/small.lock and no other lock; recorded in the study's ledger
            hand over  release   from now on whoever has it can read the table
            public     give your public key to those who verify: `plan key show pharmacy/sign.key`
            """);
    assertThat(custodian.entries()).containsExactly("init", "seal", "lock", "release");
    var sealed = SealedTableFile.parse(desk.bytes("study/data/wide.sealed"), "x").orThrow();
    var release = ReleaseFile.parse(desk.bytes("release"), "r").orThrow();
    assertThat(sealed.open(release.key().orElseThrow(), "x").orThrow().bytes())
        .isEqualTo(desk.bytes("pharmacy/wide.csv"));
    assertThat(custodian.ledger().get(3)).contains(release.sha256().hex());
    assertThat(custodian.release("release")).isEqualTo(7);
    assertThat(desk.err()).contains("D470");
    // the same lock again: the same file, and no second entry
    assertThat(custodian.release("again")).isZero();
    assertThat(custodian.text("again")).isEqualTo(custodian.text("release"));
    assertThat(custodian.entries()).hasSize(4);
  }

  @Test
  void aCustodianWhoWasStoppedGetsTheSameReleaseAgain() throws IOException {
    sealedAndLocked();
    var before = custodian.text("study/.planlock/ledger.jsonl");
    assertThat(custodian.release("release")).isZero();
    // stopped between what is kept and the entry: as if neither entry nor file had come about
    desk.with("study/.planlock/ledger.jsonl", before);
    Files.deleteIfExists(folder.resolve("study/.planlock/ledger.tail"));
    assertThat(custodian.release("again", "--reason", "another reason")).isZero();
    assertThat(custodian.text("again")).isEqualTo(custodian.text("release"));
    assertThat(custodian.entries()).containsExactly("init", "seal", "lock", "release");
    // what was kept is lost: the ledger still knows
    Files.delete(folder.resolve("pharmacy/wide.key.released"));
    assertThat(custodian.release("third")).isEqualTo(7);
    assertThat(desk.err()).contains("L396", "released for the same lock already");
    assertThat(desk.files()).doesNotContain("third", "pharmacy/wide.key.released");
  }

  @Test
  void refusesASecondLockWhateverLedgerIsShown() throws IOException {
    sealedAndLocked();
    assertThat(custodian.release("release")).isZero();
    assertThat(custodian.amend("unknown")).isZero();
    assertThat(custodian.release("second")).isEqualTo(7);
    assertThat(desk.err()).contains("L356", "--unblinded-already", "if that release never left");
    // another ledger, which knows of no release
    try (var files = Files.walk(folder.resolve("study/.planlock"))) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
    Files.delete(folder.resolve("study/small.lock"));
    assertThat(custodian.lock()).isZero();
    assertThat(custodian.release("second")).isEqualTo(7);
    assertThat(desk.err()).contains("L356", "wide.key.released");
    assertThat(desk.files()).doesNotContain("second");
    Files.delete(folder.resolve("pharmacy/wide.key.released"));
    assertThat(custodian.release("second")).isZero();
  }

  @Test
  void theLedgerAloneRefusesASecondLock() throws IOException {
    sealedAndLocked();
    assertThat(custodian.release("release")).isZero();
    Files.delete(folder.resolve("pharmacy/wide.key.released"));
    assertThat(custodian.amend("unknown")).isZero();
    assertThat(custodian.release("second")).isEqualTo(7);
    assertThat(desk.err())
        .contains("L356", "released for another lock, at seq 3", "--unblinded-already");
  }

  @Test
  void looksAtTheLockBeforeItReleases() throws IOException {
    sealedAndLocked();
    assertThat(custodian.release("release", "--require-time")).isEqualTo(4);
    assertThat(desk.err()).contains("L312", "not released");
    desk.with(
        "study/small.plan",
        custodian.text("study/small.plan").replace("cv_mse(age_only) < 1", "cv_mse(age_only) < 2"));
    assertThat(custodian.release("release")).isEqualTo(1);
    assertThat(desk.err()).contains("L301", "not released; CHANGED");
    Files.delete(folder.resolve("study/small.plan"));
    assertThat(custodian.release("release", "--reason", " ")).isEqualTo(2);
    assertThat(
            custodian.type(
                "release study/data/notes.txt --sealed study/data/wide.sealed --key pharmacy/wide.key"
                    + " --sign pharmacy/sign.key --out release"))
        .isEqualTo(3);
    assertThat(
            custodian.type(
                "release study/none.lock --sealed study/data/wide.sealed --key pharmacy/wide.key"
                    + " --sign pharmacy/sign.key --out release"))
        .isEqualTo(5);
    assertThat(desk.files()).doesNotContain("release", "pharmacy/wide.key.released");
    assertThat(custodian.entries()).containsExactly("init", "seal", "lock");
    assertThat(custodian.release("release")).isZero();
  }

  @Test
  void refusesWrongKeysAndDamagedTables() {
    sealedAndLocked();
    desk.with("b.csv", Custodian.TABLE);
    custodian.type("seal b.csv --ids rid --columns after --out b.sealed --key b.key");
    var release = "release study/small.lock --sign pharmacy/sign.key --out release ";
    assertThat(custodian.type(release + "--sealed study/data/wide.sealed --key b.key"))
        .isEqualTo(1);
    assertThat(desk.err()).contains("L382");
    assertThat(custodian.type(release + "--sealed study/data/wide.sealed --key b.csv"))
        .isEqualTo(3);
    assertThat(custodian.type(release + "--sealed b.csv --key b.key")).isEqualTo(3);
    assertThat(custodian.type(release + "--sealed none --key b.key")).isEqualTo(5);
    var sealed = custodian.text("study/data/wide.sealed");
    desk.with("c.sealed", sealed.replace("p01,", "p1x,"));
    assertThat(custodian.type(release + "--sealed c.sealed --key pharmacy/wide.key")).isEqualTo(3);
    assertThat(desk.err()).contains("L380", "readable part that was changed");
    desk.type("key", "new", "other.key");
    desk.where("PLANLOCK_PASSPHRASE", "another one altogether");
    assertThat(
            custodian.type(
                "release study/small.lock --sign other.key --out release"
                    + " --sealed study/data/wide.sealed --key pharmacy/wide.key"))
        .isEqualTo(3);
    assertThat(desk.files()).doesNotContain("release", "pharmacy/wide.key.released");
  }

  @Test
  void releasesNothingForALockThatNobodyRecorded() throws IOException {
    sealedAndLocked();
    Files.delete(folder.resolve("study/.planlock/ledger.jsonl"));
    assertThat(custodian.release("release")).isEqualTo(5);
    assertThat(desk.err()).contains("ledger");
    assertThat(desk.files()).doesNotContain("release", "pharmacy/wide.key.released");
  }

  @Test
  void opensOneParticipantInAnEmergency() {
    sealedAndLocked();
    var whom = new String[] {"--emergency", "--participant", "p07", "--reason", "anaphylaxis"};
    assertThat(custodian.release("p07.release", whom)).as(desk.err()).isZero();
    assertThat(desk.out())
        .contains("opened     p07   after = ", "opened     p07   before = ", "stays sealed")
        .doesNotContain("p08");
    assertThat(custodian.text("p07.release")).doesNotContain("\"key\"");
    assertThat(custodian.entries()).containsExactly("init", "seal", "lock", "release");
    assertThat(custodian.ledger().get(3)).contains("anaphylaxis", "\"participant\":\"p07\"");
    // it can be repeated, and is no release
    assertThat(custodian.release("b.release", whom)).isZero();
    assertThat(custodian.release("release")).isZero();
    assertThat(
            custodian.release("c.release", "--emergency", "--participant", "p99", "--reason", "x"))
        .isEqualTo(3);
    assertThat(desk.err()).contains("L387");
    assertThat(custodian.release("c.release", "--emergency", "--participant", "p07")).isEqualTo(2);
    assertThat(custodian.release("c.release", "--participant", "p07")).isEqualTo(2);
    assertThat(desk.files()).doesNotContain("c.release");
  }

  @Test
  void anEmergencyDoesNotWaitForAnEditedPlan() {
    sealedAndLocked();
    desk.with(
        "study/small.plan",
        custodian.text("study/small.plan").replace("cv_mse(age_only) < 1", "cv_mse(age_only) < 2"));
    assertThat(
            custodian.release(
                "r",
                "--emergency",
                "--participant",
                "p07",
                "--reason",
                "anaphylaxis",
                "--format",
                "json"))
        .isZero();
    assertThat(
            JsonParser.parseString(desk.out()).getAsJsonObject().get("participant").getAsString())
        .isEqualTo("p07");
    assertThat(desk.err()).contains("L301");
  }

  @Test
  void waitsForTheTarget() {
    desk.with("pharmacy/wide.csv", Custodian.table(15));
    sealedAndLocked();
    assertThat(custodian.release("release")).isEqualTo(7);
    assertThat(desk.err()).contains("D484", "the plan's target is 20, the sealed table has 15");
    assertThat(custodian.release("release", "--early", "the funder stopped")).isZero();
    var statement = ReleaseFile.parse(desk.bytes("release"), "r").orThrow();
    assertThat(statement.statement().reason()).endsWith("early: the funder stopped");
  }

  @Test
  void goesOnAfterALineThatWasTorn() throws IOException {
    sealedAndLocked();
    var ledger = folder.resolve("study/.planlock/ledger.jsonl");
    Files.writeString(ledger, Files.readString(ledger) + "torn");
    assertThat(custodian.release("release")).as(desk.err()).isZero();
    assertThat(custodian.entries()).containsExactly("init", "seal", "lock", "recover", "release");
  }

  private void sealedAndLocked() {
    assertThat(custodian.seal("--study", "study")).as(desk.err()).isZero();
    assertThat(custodian.lock()).as(desk.err()).isZero();
  }
}
