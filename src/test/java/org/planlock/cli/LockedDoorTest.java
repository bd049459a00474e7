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
import org.planlock.lock.time.TimeAuthority;

/** Below the registered target nobody sees more than counts; and who looked is on record. */
class LockedDoorTest {
  @TempDir private Path folder;
  private Custodian custodian;
  private Desk desk;

  @BeforeEach
  void begin() {
    custodian = new Custodian(folder);
    desk = custodian.desk;
  }

  @Test
  void belowTheTargetThereAreCountsAndNothingElse() {
    desk.with("study/data/wide.csv", table());
    assertThat(custodian.lock()).isZero();
    assertThat(custodian.execute("run")).isEqualTo(7);
    assertThat(desk.out())
        .isEqualTo(
            """
            enrolled   12
            table      wide.csv   12 rows   missing: after 1, age 2

            """);
    assertThat(desk.err())
        .contains("error[D484]: the target is 20 enrolled, there are 12", "--early \"reason\"");
    assertThat(desk.files()).noneMatch(name -> name.startsWith("run"));
    assertThat(custodian.entries()).containsExactly("init", "lock", "execute-start", "execute-end");
    assertThat(custodian.ledger().get(3)).contains("\"verdict\":\"REFUSED\"");
    // nobody came to know anything, so the plan may still be changed
    assertThat(custodian.amend("data_exist_blind")).as(desk.err()).isZero();
    desk.with("study/data/wide.csv", Custodian.TABLE);
    assertThat(custodian.execute("run")).as(desk.err()).isZero();
    assertThat(desk.out()).doesNotContain("X528");
  }

  @Test
  void theCountsAreForProgramsToo() {
    desk.with("study/data/wide.csv", table());
    custodian.lock();
    assertThat(custodian.execute("run", "--format", "json")).isEqualTo(7);
    var json = JsonParser.parseString(desk.out()).getAsJsonObject();
    var counts = json.getAsJsonObject("counts");
    assertThat(counts.get("enrolled").getAsInt()).isEqualTo(12);
    assertThat(counts.getAsJsonArray("tables").get(0).getAsJsonObject().get("missing").toString())
        .isEqualTo("{\"after\":1,\"age\":2}");
  }

  @Test
  void aSealedTableIsNotOpenedForTooFew() {
    desk.with("pharmacy/wide.csv", Custodian.table(12));
    custodian.seal("--study", "study");
    custodian.lock();
    assertThat(custodian.release("release", "--early", "the funder asks")).isZero();
    assertThat(custodian.executeReleased("run")).isEqualTo(7);
    assertThat(desk.out())
        .isEqualTo(
            """
            enrolled   12
            table      wide.csv   12 rows   missing: nothing   not looked at: before, after

            """);
    assertThat(custodian.entries()).containsExactly("init", "seal", "lock", "release");
    assertThat(custodian.executeReleased("run", "--early", "the funder asks")).isEqualTo(1);
    assertThat(desk.out()).contains("X521", "the funder asks", "DEVIATES");
    assertThat(custodian.entries()).contains("unblind", "execute-start");
  }

  @Test
  void otherTablesMustBeThereBeforeAnythingIsOpened() {
    desk.with(
        "study/small.plan",
        Custodian.PLAN.replace(
            "  column before",
            "  table more from \"more.csv\" key rid missing \"NA\" separator comma\n  column before"));
    custodian.seal("--study", "study");
    custodian.lock();
    custodian.release("release");
    assertThat(custodian.executeReleased("run")).isEqualTo(5);
    assertThat(desk.err()).contains("there is no file `more.csv`");
    desk.with("study/data/more.csv", "rid,\"x\n");
    assertThat(custodian.executeReleased("run")).isEqualTo(3);
    assertThat(custodian.entries()).doesNotContain("unblind", "execute-start");
    assertThat(custodian.execute("run", "--release", "release")).isEqualTo(7);
  }

  @Test
  void aReleaseWithoutASealedTableIsAskedAbout() throws IOException {
    custodian.seal("--study", "study");
    custodian.lock();
    custodian.release("release");
    Files.delete(folder.resolve("study/data/wide.sealed"));
    assertThat(custodian.executeReleased("run")).isEqualTo(5);
    desk.with("study/data/wide.csv", Custodian.TABLE);
    assertThat(custodian.executeReleased("run")).isEqualTo(5);
    assertThat(desk.err()).contains("no sealed table of this release lies in `study/data`");
    desk.with("study/data/wide.sealed", "damaged");
    Files.delete(folder.resolve("study/data/wide.csv"));
    assertThat(custodian.executeReleased("run")).isEqualTo(3);
    assertThat(custodian.entries()).doesNotContain("unblind", "execute-start");
  }

  @Test
  void anUnlockedPlanIsRecordedToo() {
    desk.with("study/data/wide.csv", Custodian.TABLE);
    var execute = "execute study/small.plan --data study/data --out run --exploratory";
    assertThat(custodian.type(execute)).isZero();
    assertThat(desk.out()).startsWith("EXPLORATORY");
    assertThat(custodian.entries()).containsExactly("init", "execute-start", "execute-end");
    assertThat(custodian.ledger().get(1))
        .contains("\"manner\":\"exploratory\"", "\"plan\":\"small\"")
        .doesNotContain("\"lock\"");
    // a plan that is locked after that came second
    assertThat(custodian.lock()).isZero();
    assertThat(custodian.verify()).isZero();
    assertThat(desk.out())
        .contains("1 execution (1 exploratory)", "not first", "the data were analysed before");
    assertThat(custodian.execute("again")).isZero();
    assertThat(desk.out()).startsWith("EXPLORATORY").contains("X528");
    assertThat(custodian.execute("third", "--exploratory")).isZero();
    assertThat(custodian.ledger().get(custodian.ledger().size() - 2))
        .contains("\"manner\":\"exploratory\"", "\"lock\"");
  }

  @Test
  void whereNoLedgerCanBeThatIsSaid() throws IOException {
    desk.with("study/data/wide.csv", Custodian.TABLE);
    Files.writeString(folder.resolve("study/.planlock"), "in the way");
    var execute = "execute study/small.plan --data study/data --out run --exploratory";
    assertThat(custodian.type(execute)).isZero();
    assertThat(desk.err()).contains("this execution is not recorded");
  }

  @Test
  void theWordsOfWhoeverKnewStandEverywhere() {
    desk.with("study/data/wide.csv", Custodian.TABLE);
    custodian.lock();
    assertThat(custodian.execute("run", "--unblinded-already", "we are few")).isZero();
    assertThat(desk.out()).startsWith("UNBLINDED ALREADY: we are few\n");
    assertThat(custodian.entries())
        .containsExactly("init", "lock", "unblind", "execute-start", "execute-end");
    assertThat(custodian.verify("--result", "run/results.json")).isZero();
    assertThat(desk.out()).contains("unblinded already", "we are few", "not proven");
    desk.with("study/data/wide.csv", Custodian.TABLE.replace("p01,", "p01,1"));
    assertThat(custodian.verify("--result", "run/results.json")).isEqualTo(1);
    assertThat(desk.out()).contains("result read table wide.csv", "L310");
  }

  @Test
  void peopleOutsideCanAttestTheOrder() {
    var authority =
        TimeAuthority.open(folder.resolve("tsa.key"), "Hospital", desk.surroundings().clock())
            .orThrow();
    desk.with("tsa.pem", authority.certificatePem());
    custodian.lock();
    desk.type("timestamp", "study/small.lock", "--tsq-out", "q.tsq");
    desk.with("r.tsr", authority.answer(desk.bytes("q.tsq")));
    desk.type("timestamp", "study/small.lock", "--import", "r.tsr");
    assertThat(
            custodian.verify(
                "--tsa-ca",
                "tsa.pem",
                "--outcome-not-before",
                "2027-01-01T00:00:00Z",
                "--require-order"))
        .as(desk.out())
        .isZero();
    assertThat(desk.out()).contains("ordered by trusted times");
    assertThat(
            custodian.verify(
                "--tsa-ca",
                "tsa.pem",
                "--outcome-not-before",
                "2026-01-01T00:00:00Z",
                "--require-order"))
        .isEqualTo(4);
    assertThat(custodian.verify("--outcome-not-before", "2027-01-01T00:00:00Z", "--require-order"))
        .isEqualTo(4);
  }

  @Test
  void aCheckpointIsHeldAgainstTheSignersWhomTheVerifierNames() {
    custodian.lock();
    desk.type("checkpoint", "study/small.lock", "--sign", "pharmacy/sign.key", "--out", "kept");
    assertThat(custodian.verify("--checkpoint", "kept", "--signer", "signers")).isZero();
    assertThat(desk.out()).containsPattern("checkpoint signed by +pharmacy +ok");
    desk.type("key", "new", "other.key", "--no-passphrase");
    desk.type("key", "show", "other.key");
    desk.with("others", "ben " + desk.out());
    assertThat(custodian.verify("--checkpoint", "kept", "--signer", "others")).isEqualTo(4);
    assertThat(desk.out())
        .contains("checkpoint signed by", "unknown key", "nobody whose key you named");
    var signature = custodian.text("kept");
    int at = signature.length() - 6;
    char other = signature.charAt(at) == 'A' ? 'B' : 'A';
    desk.with("wrong", signature.substring(0, at) + other + signature.substring(at + 1));
    assertThat(custodian.verify("--checkpoint", "wrong", "--signer", "signers")).isIn(1, 3);
    assertThat(custodian.verify("--checkpoint", "kept")).isZero();
  }

  @Test
  void keepsLineEndsOfALedgerInGit() throws IOException {
    custodian.lock();
    assertThat(custodian.text("study/.planlock/.gitattributes")).isEqualTo("* -text\n");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("study/.planlock/.gitattributes"))))
        .startsWith("rw-r");
  }

  private static String table() {
    var rows = Custodian.table(12).split("\n");
    rows[3] = rows[3].replaceFirst(",[^,]*,[0-9]*,", ",NA,NA,");
    rows[5] = rows[5].replaceFirst("^(([^,]*,){3})[0-9]*", "$1NA");
    return String.join("\n", rows) + "\n";
  }
}
