package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A custodian, an analyst and a reviewer, from the sealed table to the verified result. */
class CustodyStoryTest {
  @TempDir private Path folder;
  private Custodian custodian;
  private Desk desk;

  @BeforeEach
  void sealAndLock() {
    custodian = new Custodian(folder);
    desk = custodian.desk;
    assertThat(custodian.seal("--study", "study")).isZero();
    assertThat(custodian.lock()).isZero();
  }

  @Test
  void theWholeStoryIsOrderedByHash() throws IOException {
    assertThat(custodian.execute("run")).isEqualTo(7);
    assertThat(desk.err())
        .contains(
            "error[L399]: `wide.csv` is sealed, and no release of it was given",
            "`before`, `after` can be read by nobody without the custodian's key",
            "plan release study/small.lock --sealed study/data/wide.sealed --key KEY --sign KEY");
    assertThat(custodian.entries()).containsExactly("init", "seal", "lock");
    assertThat(custodian.release("release")).isZero();
    assertThat(custodian.executeReleased("run")).as(desk.err() + desk.out()).isZero();
    assertThat(desk.out())
        .contains(
            "order    by hash: the release that pharmacy signed names this lock, and the results"
                + " name both\n",
            "CONFORMS: what was done is what was promised");
    assertThat(custodian.entries())
        .containsExactly(
            "init", "seal", "lock", "release", "unblind", "execute-start", "execute-end");
    assertThat(custodian.ledger().get(5)).contains("\"path\":\"wide.sealed\"");
    assertThat(results("run").get("label").getAsString()).isEqualTo("confirmatory");
    assertThat(reviewed()).isZero();
    assertThat(desk.out())
        .contains(
            "wide.csv, the whole table, signed by pharmacy",
            "result of this lock",
            "as the execution of seq 5 wrote it",
            "6 entries when the execution began",
            "data of the release",
            "ordered by hash",
            "VERIFIED at level T0")
        .doesNotContain("L311");
    assertNothingClearLiesInTheStudy();
  }

  /** Only the custodian's own folder may hold a row of the table. */
  private void assertNothingClearLiesInTheStudy() throws IOException {
    var rows = Custodian.TABLE.lines().skip(1).map(row -> row.split(",")).toList();
    try (var files = Files.walk(folder.resolve("study"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(rows).noneMatch(row -> text.contains(row[1] + "," + row[2]));
      }
    }
    try (var files = Files.walk(folder.resolve("run"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain(rows.get(0)[1], rows.get(3)[1]);
      }
    }
    assertThat(desk.files())
        .filteredOn(name -> name.endsWith(".csv"))
        .as("the table itself, and the deviations of a run, whose files were looked into above")
        .containsExactly("pharmacy/wide.csv", "run/deviations.csv");
  }

  @Test
  void results() {
    released();
    assertThat(custodian.executeReleased("run")).isZero();
    var evidence = results("run").getAsJsonObject("evidence");
    assertThat(evidence.get("releases").toString())
        .isEqualTo("[\"sha256:" + sha256("release") + "\"]");
    var data = evidence.getAsJsonArray("data").get(0).getAsJsonObject();
    assertThat(data.get("sha256").getAsString()).isEqualTo(sha256("study/data/wide.sealed"));
    assertThat(data.get("sealed").getAsBoolean()).isTrue();
    assertThat(evidence.getAsJsonObject("ledger").get("size").getAsInt()).isEqualTo(6);
    assertThat(custodian.text("run/trace.jsonl"))
        .contains(sha256("study/data/wide.sealed"))
        .doesNotContain(sha256("pharmacy/wide.csv"));
    // the second execution tells no second time that the outcome is known
    assertThat(custodian.executeReleased("again")).isZero();
    assertThat(custodian.entries().stream().filter("unblind"::equals)).hasSize(1);
  }

  @Test
  void aReleaseIsHeldAgainstTheSealedTableThatIsHere() throws IOException {
    released();
    assertThat(custodian.verify("--release", "release", "--signer", "signers")).isZero();
    assertThat(desk.out()).doesNotContain("L311");
    Files.move(folder.resolve("study/data/wide.sealed"), folder.resolve("elsewhere.sealed"));
    assertThat(custodian.verify("--release", "release", "--signer", "signers")).isZero();
    assertThat(desk.out()).contains("L311", "the sealed table is not present");
    assertThat(
            custodian.verify("--release", "release", "--signer", "signers", "--data", "pharmacy"))
        .isZero();
    assertThat(desk.out()).contains("L311");
  }

  @Test
  void anEditedResultIsFound() {
    released();
    custodian.executeReleased("run");
    var text = custodian.text("run/results.json");
    desk.with("run/results.json", text.replaceFirst("\"cvMse\": 4", "\"cvMse\": 3"));
    assertThat(custodian.text("run/results.json")).isNotEqualTo(text);
    assertThat(reviewed()).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "error[L315]: no execution in the ledger wrote this result",
            "the execution of seq 5 began where it says, and wrote sha256:",
            "CHANGED");
    desk.with("run/results.json", text.replace("\"size\": 6", "\"size\": 5"));
    assertThat(reviewed()).isEqualTo(1);
    assertThat(desk.out()).contains("L350", "cut or rewritten");
    desk.with("run/results.json", text.replace(sha256("study/data/wide.sealed"), "0".repeat(64)));
    assertThat(reviewed()).isEqualTo(1);
    assertThat(desk.out()).contains("did not read what that opens");
    for (var damaged : List.of("", "nonsense", "[]", "{\"format\":\"planlock-results/1\"", "{}")) {
      desk.with("run/results.json", damaged);
      assertThat(reviewed()).as(damaged).isEqualTo(3);
      assertThat(desk.err()).contains("L316");
    }
    desk.with("run/results.json", "{\"format\":\"planlock-results/1\",\"evidence\":7}");
    assertThat(reviewed()).isEqualTo(3);
  }

  @Test
  void aResultWithoutLedgerCannotBeTold() throws IOException {
    released();
    custodian.executeReleased("run");
    Files.delete(folder.resolve("study/.planlock/ledger.jsonl"));
    assertThat(custodian.verify("--result", "run/results.json")).isEqualTo(5);
    assertThat(desk.out()).contains("cannot be told", "ask for the study's `.planlock` folder");
    // a reviewer who repeats the execution gets the same numbers, and no ledger
    assertThat(custodian.executeReleased("again")).isZero();
    assertThat(results("again").get("models")).isEqualTo(results("run").get("models"));
    assertThat(results("again").getAsJsonObject("evidence").get("ledger").isJsonNull()).isTrue();
  }

  @Test
  void aResultOfAnotherLockIsFound() {
    released();
    custodian.executeReleased("run");
    assertThat(custodian.lockOther()).isZero();
    assertThat(custodian.type("verify study/other.lock --result run/results.json")).isEqualTo(1);
    assertThat(desk.out()).contains("L314", "not a result of this lock");
  }

  @Test
  void whatAReleaseMustBe() {
    released();
    // another lock of the same table
    assertThat(custodian.lockOther()).isZero();
    var other =
        "execute study/other.lock --data study/data --out r --signer signers --release release";
    assertThat(custodian.type(other)).isEqualTo(7);
    assertThat(desk.err()).contains("L391", "--unblinded-already");
    // nobody whom the analyst accepts
    assertThat(custodian.execute("r", "--release", "release")).isEqualTo(7);
    assertThat(desk.err()).contains("no custodian whom you accept", "--signer FILE");
    desk.with("nobody", custodian.text("signers").replace("pharmacy ", "pharmacy only-for=lock "));
    assertThat(custodian.execute("r", "--release", "release", "--signer", "nobody")).isEqualTo(7);
    // a release of another sealed table
    desk.with("b/wide.csv", Custodian.TABLE);
    custodian.type("seal b/wide.csv --ids rid --columns after --out b/b.sealed --key b/b.key");
    desk.with("sealed", desk.bytes("study/data/wide.sealed"));
    desk.with("study/data/wide.sealed", desk.bytes("b/b.sealed"));
    assertThat(custodian.executeReleased("r")).isEqualTo(1);
    assertThat(desk.err()).contains("L392");
    // an edited header, with a checksum that fits and without
    var sealed = custodian.text("sealed");
    desk.with("study/data/wide.sealed", sealed.replace("\"ids\":\"rid\"", "\"ids\":\"rjd\""));
    assertThat(custodian.executeReleased("r")).isEqualTo(3);
    desk.with("study/data/wide.sealed", resealed(sealed, "\"nonce\":\"", "\"nonce\":\"A"));
    assertThat(custodian.executeReleased("r")).isIn(1, 3);
    // a damaged release
    desk.with("study/data/wide.sealed", sealed);
    desk.with("broken", custodian.text("release").replace("\"payload\":\"e", "\"payload\":\"f"));
    assertThat(custodian.execute("r", "--signer", "signers", "--release", "broken")).isEqualTo(3);
    assertThat(custodian.execute("r", "--signer", "signers", "--release", "none")).isEqualTo(5);
    assertThat(custodian.entries()).doesNotContain("unblind", "execute-start");
    assertThat(desk.files()).noneMatch(name -> name.startsWith("r/"));
    assertThat(custodian.executeReleased("r")).isZero();
  }

  @Test
  void anEmergencyReleaseExecutesNothing() {
    custodian.release("p07", "--emergency", "--participant", "p07", "--reason", "anaphylaxis");
    assertThat(custodian.execute("r", "--release", "p07", "--signer", "signers")).isEqualTo(7);
    assertThat(desk.err()).contains("opens one participant alone");
    assertThat(custodian.verify("--release", "p07", "--signer", "signers")).isZero();
    assertThat(desk.out()).contains("p07 alone, in an emergency");
  }

  @Test
  void anOpenTableBesideTheSealedOneIsAskedAbout() {
    released();
    desk.with("study/data/wide.csv", Custodian.TABLE);
    assertThat(custodian.executeReleased("r")).isEqualTo(7);
    assertThat(desk.err()).contains("`wide.csv` lies open beside `wide.sealed`");
    assertThat(custodian.execute("r", "--unblinded-already", " ")).isEqualTo(2);
    assertThat(custodian.execute("r", "--unblinded-already", "the ward sent it")).isZero();
    assertThat(desk.out())
        .startsWith("UNBLINDED ALREADY: the ward sent it\n")
        .contains("order    not proven: the outcome was known already");
    assertThat(results("r").get("unblindedAlready").getAsString()).isEqualTo("the ward sent it");
    assertThat(custodian.ledger().get(4)).contains("unblind", "the ward sent it");
    assertThat(
            custodian.verify(
                "--result",
                "r/results.json",
                "--release",
                "release",
                "--signer",
                "signers",
                "--require-order"))
        .isEqualTo(4);
    assertThat(desk.out())
        .contains("unblinded already", "the ward sent it", "L317", "known without a release");
  }

  @Test
  void aLaterVersionIsExecutedWithTheReleaseOfTheEarlierAndIsExploratory() {
    released();
    assertThat(custodian.executeReleased("run")).isZero();
    assertThat(custodian.amend("after_results")).as(desk.err()).isZero();
    assertThat(custodian.executeReleased("late")).isEqualTo(7);
    assertThat(custodian.executeReleased("late", "--unblinded-already", "we saw the results"))
        .as(desk.err())
        .isZero();
    assertThat(desk.out())
        .startsWith("UNBLINDED ALREADY: we saw the results\n")
        .contains(
            "H1   corroborated   exploratory (X528)",
            "H2   falsified      confirmatory",
            "UNBLINDED ALREADY: we saw the results",
            "order    not first",
            "warning[X528]: `models.with_dose",
            "the amendment says: the baseline matters");
    var hypotheses = results("late").getAsJsonArray("hypotheses");
    assertThat(hypotheses.get(0).getAsJsonObject().get("label").getAsString())
        .isEqualTo("exploratory");
    assertThat(hypotheses.get(0).getAsJsonObject().get("labelLostTo").toString())
        .isEqualTo("[\"X528\"]");
    assertThat(hypotheses.get(1).getAsJsonObject().get("label").getAsString())
        .isEqualTo("confirmatory");
    assertThat(custodian.verify()).isZero();
    assertThat(desk.out()).contains("not first", "warning[L398]: the data were analysed before");
    assertThat(custodian.verify("--require-order")).isEqualTo(4);
    // a claim of blindness behind an unblinding is refused
    desk.with(
        "study/small.plan",
        custodian.text("study/small.plan").replace("cv_mse(age_only) < 1", "cv_mse(age_only) < 2"));
    assertThat(
            desk.type("amend", "study/small.plan", "--reason", "x", "--timing", "data_exist_blind"))
        .isNotZero();
  }

  @Test
  void anAmendmentBeforeTheReleaseCostsNothing() {
    assertThat(custodian.amend("data_exist_blind")).isZero();
    assertThat(custodian.release("release")).as(desk.err()).isZero();
    assertThat(custodian.executeReleased("run")).as(desk.err()).isZero();
    assertThat(desk.err() + desk.out()).doesNotContain("X528", "EXPLORATORY");
    assertThat(reviewed()).isZero();
  }

  @Test
  void anExecutionBeforeTheReleaseIsOutOfOrder() {
    desk.with("study/data/wide.csv", Custodian.TABLE);
    assertThat(custodian.execute("early", "--unblinded-already", "it lay around")).isZero();
    assertThat(custodian.release("release")).isZero();
    assertThat(custodian.verify("--release", "release", "--signer", "signers")).isEqualTo(7);
    assertThat(desk.out())
        .contains("the data were analysed before they were released", "OUT OF ORDER");
  }

  @Test
  void aReleaseThatIsShownForAnotherLockIsOutOfOrder() {
    released();
    assertThat(custodian.lockOther()).isZero();
    assertThat(custodian.type("verify study/other.lock --release release --signer signers"))
        .isEqualTo(7);
    assertThat(desk.out()).contains("for another lock", "OUT OF ORDER");
  }

  @Test
  void orderIsNotProvenWithoutWhatProvesIt() {
    released();
    custodian.executeReleased("run");
    assertThat(custodian.verify("--require-order")).isEqualTo(4);
    assertThat(desk.out())
        .contains("L317", "--result FILE", "--release FILE --signer FILE", "weaker than asked");
    assertThat(
            custodian.verify(
                "--require-order", "--release", "release", "--result", "run/results.json"))
        .as(desk.out())
        .isEqualTo(4);
    assertThat(desk.out()).contains("by nobody you accept", "L362");
    assertThat(custodian.verify("--require-order", "--release", "release", "--signer", "signers"))
        .isEqualTo(4);
    assertThat(desk.out()).contains("There is no result yet that names the release");
    assertThat(custodian.verify("--release", "none")).isEqualTo(5);
    assertThat(custodian.verify("--result", "none")).isEqualTo(5);
    assertThat(custodian.verify("--outcome-not-before", "soon")).isEqualTo(2);
  }

  @Test
  void entriesThatACustodianSawMustBeThere() {
    released();
    custodian.executeReleased("run");
    var lines = custodian.ledger();
    desk.with("study/.planlock/ledger.jsonl", String.join("\n", lines.subList(0, 3)) + "\n");
    assertThat(custodian.verify("--result", "run/results.json")).isEqualTo(1);
    assertThat(desk.out()).contains("L349");
    desk.with("study/.planlock/ledger.jsonl", String.join("\n", lines.subList(0, 2)) + "\n");
    assertThat(custodian.verify("--release", "release", "--signer", "signers")).isEqualTo(1);
    assertThat(desk.out()).contains("L349");
  }

  @Test
  void aCompleteTableIsLockedAsItIsSealed() throws IOException {
    desk.with(
        "study/whole.plan",
        Custodian.PLAN
            .replace("\"small\"", "\"whole\"")
            .replace("separator comma\n", "separator comma complete yes\n"));
    assertThat(desk.type("lock", "study/whole.plan")).as(desk.err()).isZero();
    assertThat(custodian.type("verify study/whole.lock")).isZero();
    assertThat(desk.out())
        .containsPattern("table wide.csv +data/wide.sealed|table wide.csv +wide.sealed");
    assertThat(
            custodian.type(
                "release study/whole.lock --sealed study/data/wide.sealed --key pharmacy/wide.key"
                    + " --sign pharmacy/sign.key --out release"))
        .as(desk.err())
        .isZero();
    var execute =
        "execute study/whole.lock --data study/data --release release --signer signers --out ";
    assertThat(custodian.type(execute + "run")).as(desk.err() + desk.out()).isZero();
    assertThat(desk.out()).contains("CONFORMS");
    // another sealed table in its place
    desk.with("b/wide.csv", Custodian.TABLE);
    custodian.type(
        "seal b/wide.csv --ids rid --columns before,after --out b/b.sealed --key b/b.key");
    desk.with("study/data/wide.sealed", desk.bytes("b/b.sealed"));
    assertThat(custodian.type("verify study/whole.lock --require-files")).isEqualTo(4);
    assertThat(custodian.type(execute + "other")).isEqualTo(1);
    Files.delete(folder.resolve("study/data/wide.sealed"));
    desk.with(
        "study/third.plan",
        Custodian.PLAN
            .replace("\"small\"", "\"third\"")
            .replace("separator comma\n", "separator comma complete yes\n"));
    assertThat(desk.type("lock", "study/third.plan")).isEqualTo(5);
  }

  private void released() {
    assertThat(custodian.release("release")).as(desk.err()).isZero();
  }

  private int reviewed() {
    return custodian.verify(
        "--release",
        "release",
        "--signer",
        "signers",
        "--result",
        "run/results.json",
        "--require-order");
  }

  private String sha256(String name) {
    return org.planlock.lock.Sha256.of(desk.bytes(name)).hex();
  }

  private JsonObject results(String run) {
    return JsonParser.parseString(custodian.text(run + "/results.json")).getAsJsonObject();
  }

  /** The file with another header, and the checksum that fits. */
  private static String resealed(String sealed, String from, String to) {
    var lines = sealed.split("\n", 3);
    var header = lines[0].replace(from, to);
    var sha256 = org.planlock.lock.Sha256.of(header.getBytes(StandardCharsets.UTF_8)).hex();
    return header
        + "\n"
        + lines[1].replaceAll(
            "\"headerSha256\":\"[0-9a-f]*\"", "\"headerSha256\":\"" + sha256 + "\"")
        + "\n"
        + lines[2];
  }
}
