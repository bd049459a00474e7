package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.execution.result.Results;
import tools.jackson.databind.ObjectMapper;

/** A plan is tried on labels that were dealt anew, and nothing of it can be taken for a result. */
class RehearsalTest {
  private static final String SEALED =
      Custodian.PLAN.replace(
          "0 .. 80  unit points\n  column age", "0 .. 80  unit points  sealed\n  column age");

  @TempDir private Path folder;
  private Custodian custodian;
  private Desk desk;

  @BeforeEach
  void begin() {
    custodian = new Custodian(folder);
    desk = custodian.desk;
  }

  @Test
  void isTriedOnACopyThatTheCustodianDealtAnew() throws IOException {
    sealedAndLocked();
    assertThat(custodian.execute("run", "--blind")).isEqualTo(7);
    assertThat(desk.err())
        .contains(
            "there is no blinded copy",
            "plan blind study/small.lock --sealed study/data/wide.sealed");
    assertThat(blind("study/data/wide.blind")).as(desk.err()).isZero();
    assertThat(desk.out()).contains("still sealed", "plan execute study/small.lock --blind");
    assertThat(custodian.text("study/data/wide.blind"))
        .as("one row in twenty may get its own labels back, not all")
        .doesNotContain(String.join("\n", rows()));
    assertThat(custodian.execute("run", "--blind")).as(desk.err()).isZero();
    var mark = "BLIND: the custodian dealt the labels anew; no number here is a result";
    assertThat(desk.out())
        .startsWith(mark + "\n")
        .contains("\n" + mark + "\nresults: run/results.json\n")
        .doesNotContain("CONFORMS", "corroborated", "falsified", "confirmatory", "order ");
    var results = results("run");
    assertThat(results.get("verdict").getAsString()).isEqualTo("BLIND");
    assertThat(results.get("label").getAsString()).isEqualTo("blind");
    assertThat(results.get("blind").getAsString()).isEqualTo(mark);
    assertThat(results.getAsJsonArray("hypotheses").toString())
        .doesNotContain("corroborated", "falsified", "inconclusive", "confirmatory")
        .contains("\"verdict\":\"blind\"", "\"label\":\"blind\"");
    assertThat(custodian.text("run/trace.jsonl").lines())
        .allMatch(line -> line.contains("\"blind\":true"))
        .noneMatch(line -> line.contains("\"verdict\":\"corroborated\""))
        .noneMatch(line -> line.contains("\"verdict\":\"falsified\""))
        .anyMatch(line -> line.contains("\"verdict\":\"blind\""));
    assertThat(schemaFaults("run")).isEmpty();
    assertThat(custodian.entries())
        .containsExactly("init", "seal", "lock", "execute-start", "execute-end");
    assertThat(custodian.ledger().get(3)).contains("\"manner\":\"blind\"", "wide.blind");
    assertThat(custodian.ledger().get(4)).contains("\"verdict\":\"BLIND\"");
    assertThat(custodian.verify("--result", "run/results.json")).isZero();
    assertThat(desk.out()).contains("1 execution (1 blind)", mark, "not proven");
  }

  @Test
  void theCopyThatWasAskedForIsNoChangedTable() throws IOException {
    desk.with(
        "study/small.plan",
        Custodian.PLAN.replace("separator comma\n", "separator comma complete yes\n"));
    sealedAndLocked();
    assertThat(custodian.verify()).isZero();
    assertThat(desk.out()).contains("ok, sealed");
    assertThat(blind("study/data/wide.blind")).as(desk.err()).isZero();
    assertThat(custodian.execute("run", "--blind")).as(desk.err()).isZero();
    assertThat(results("run").getAsJsonArray("deviations")).isEmpty();
    assertThat(custodian.text("run/trace.jsonl")).contains("\"dealtFrom\":\"");
    assertThat(schemaFaults("run")).isEmpty();
  }

  @Test
  void aRehearsalCostsNoLabel() {
    sealedAndLocked();
    blind("study/data/wide.blind");
    custodian.execute("run", "--blind");
    assertThat(custodian.amend("data_exist_blind")).as(desk.err()).isZero();
    assertThat(custodian.execute("again", "--blind")).isEqualTo(7);
    assertThat(desk.err()).contains("`wide.blind` was made for another lock");
    assertThat(custodian.release("release")).isZero();
    assertThat(custodian.executeReleased("real")).as(desk.err()).isZero();
    assertThat(results("real").get("label").getAsString()).isEqualTo("confirmatory");
    assertThat(
            custodian.verify(
                "--release",
                "release",
                "--signer",
                "signers",
                "--result",
                "real/results.json",
                "--require-order"))
        .as(desk.out())
        .isZero();
  }

  @Test
  void aBlindedCopyIsNeverTakenForTheData() throws IOException {
    sealedAndLocked();
    blind("study/data/wide.blind");
    Files.delete(folder.resolve("study/data/wide.sealed"));
    assertThat(custodian.execute("run")).isEqualTo(7);
    assertThat(desk.err()).contains("is here as a blinded copy only", "--blind");
    assertThat(custodian.execute("run", "--blind")).isZero();
    var copy = custodian.text("study/data/wide.blind");
    desk.with("study/data/wide.blind", copy.replace("p01,", "p1x,"));
    assertThat(custodian.execute("r", "--blind")).isEqualTo(3);
    assertThat(desk.err()).contains("L318", "no blinded copy, or was changed");
    for (var damaged :
        List.of("", "{}\n", "{\"format\":\"planlock-blinded/1\"}\nrid\n", "rid,after\n")) {
      desk.with("study/data/wide.blind", damaged);
      assertThat(custodian.execute("r", "--blind")).as(damaged).isEqualTo(3);
    }
  }

  @Test
  void aCopyBelongsToItsSealedTable() {
    sealedAndLocked();
    desk.with("b/wide.csv", Custodian.TABLE);
    custodian.type(
        "seal b/wide.csv --ids rid --columns before,after --out b/b.sealed --key b/b.key");
    custodian.type(
        "blind study/small.lock --sealed b/b.sealed --key b/b.key --out study/data/b.blind");
    assertThat(custodian.execute("run", "--blind")).isEqualTo(7);
    assertThat(desk.err()).contains("was made from another sealed table", "copy of `wide.sealed`");
    blind("study/data/wide.blind");
    assertThat(custodian.execute("run", "--blind")).isEqualTo(7);
    assertThat(desk.err()).contains("are both `wide.csv`");
  }

  @Test
  void blindOpensNothing() {
    sealedAndLocked();
    custodian.release("release");
    assertThat(custodian.executeReleased("run", "--blind")).isEqualTo(2);
    assertThat(desk.err()).contains("a blind execution opens nothing");
    assertThat(custodian.execute("run", "--blind", "--unblinded-already", "x")).isEqualTo(2);
    assertThat(blind("study/data/copy.csv")).isEqualTo(2);
    assertThat(blind("study/data/wide.blind")).isZero();
    assertThat(blind("study/data/wide.blind")).isEqualTo(7);
    desk.with("study/data/odd.csv", Custodian.TABLE);
    assertThat(
            custodian.type(
                "blind study/none.lock --sealed study/data/wide.sealed --key pharmacy/wide.key --out x.blind"))
        .isEqualTo(5);
  }

  @Test
  void withoutACustodianTheColumnsThatThePlanCallsSealedAreDealtAnew() {
    desk.with("study/small.plan", Custodian.PLAN);
    desk.with("study/data/wide.csv", Custodian.TABLE);
    custodian.lock();
    assertThat(custodian.execute("run", "--blind")).isEqualTo(2);
    assertThat(desk.err()).contains("the plan calls no column sealed");
    desk.with("study/b.plan", SEALED.replace("\"small\"", "\"b\""));
    assertThat(desk.type("lock", "study/b.plan")).as(desk.err()).isZero();
    assertThat(custodian.type("execute study/b.lock --data study/data --out b --blind"))
        .as(desk.err())
        .isZero();
    assertThat(desk.out()).startsWith("BLIND, REVERSIBLE: the labels were dealt anew by a seed");
    assertThat(results("b").getAsJsonObject("evidence").get("releases").toString()).isEqualTo("[]");
    assertThat(custodian.type("execute study/b.lock --data study/data --out c")).isZero();
    assertThat(results("c").get("models")).isNotEqualTo(results("b").get("models"));
    assertThat(
            custodian.type("execute study/b.plan --data study/data --out d --blind --exploratory"))
        .isZero();
    assertThat(custodian.ledger())
        .anyMatch(line -> line.contains("\"manner\":\"blind\"") && line.contains("\"plan\":\"b\""));
    desk.with("study/data/wide.csv", Custodian.TABLE + "p01,40,30,30,1\n");
    assertThat(custodian.type("execute study/b.lock --data study/data --out e --blind"))
        .isEqualTo(3);
    assertThat(desk.err()).contains("L386");
  }

  @Test
  void isTriedBeforeTheTargetIsReached() {
    desk.with("pharmacy/wide.csv", Custodian.table(12));
    sealedAndLocked();
    blind("study/data/wide.blind");
    assertThat(custodian.execute("run", "--blind", "--format", "json")).as(desk.err()).isZero();
    var json = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(json.getAsJsonObject("results").get("verdict").getAsString()).isEqualTo("BLIND");
  }

  @Test
  void whereOnlyAPredictorIsDealtAnewThatIsSaidAndRecorded() {
    custodian.type(
        "seal pharmacy/wide.csv --ids rid --columns dose --out study/data/wide.sealed"
            + " --key pharmacy/wide.key --study study");
    custodian.lock();
    blind("study/data/wide.blind");
    assertThat(custodian.execute("run", "--blind")).as(desk.err()).isZero();
    assertThat(desk.out()).contains("an outcome was not dealt anew", "H1   blind");
    assertThat(custodian.ledger().get(3)).contains("\"manner\":\"blind_in_part\"");
    // it told something of the outcome, and did not open what was sealed
    custodian.release("release");
    assertThat(custodian.executeReleased("real")).isZero();
    assertThat(
            custodian.verify(
                "--release",
                "release",
                "--signer",
                "signers",
                "--result",
                "real/results.json",
                "--require-order"))
        .as(desk.out())
        .isZero();
    assertThat(desk.out()).contains("2 executions (1 blind in part)");
    assertThat(custodian.amend("data_exist_blind")).isNotZero();
  }

  private static List<String> rows() {
    return Custodian.TABLE.lines().skip(1).toList();
  }

  private void sealedAndLocked() {
    assertThat(custodian.seal("--study", "study")).isZero();
    assertThat(custodian.lock()).isZero();
  }

  private int blind(String out) {
    return custodian.type(
        "blind study/small.lock --sealed study/data/wide.sealed --key pharmacy/wide.key --out "
            + out);
  }

  private JsonObject results(String run) {
    return JsonParser.parseString(custodian.text(run + "/results.json")).getAsJsonObject();
  }

  private List<com.networknt.schema.Error> schemaFaults(String run) throws IOException {
    try (var stream =
        Results.class.getResourceAsStream("/org/planlock/schema/results.schema.json")) {
      var schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(
                  new String(
                      Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
      return schema.validate(new ObjectMapper().readTree(custodian.text(run + "/results.json")));
    }
  }
}
