package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --measure-effect}: what it tells, what it leaves alone, and what is left of it. */
final class MeasuredEffectTest {
  /** Eight invented people whose outcome follows the dose. */
  private static final String TABLE =
      """
      rid,before,after,age,dose
      s1,10,12,30,1
      s2,11,16,41,2
      s3,9,10,35,0
      s4,12,19,52,3
      s5,10,14,29,2
      s6,13,15,47,1
      s7,8,14,33,3
      s8,11,13,38,0
      """;

  @TempDir Path folder;

  // the planned branch is held against an execution of the plan as it is locked
  @Test
  void selectedTermsCoefficientsErrorsAndVerdictsAreTold() {
    var desk = small();
    desk.type("execute", "small.lock", "--data", "data", "--out", "planned");
    execute(desk, "--set", "models.m1.terms=[age]");
    var both = together(desk).getAsJsonArray("models").get(0).getAsJsonObject();
    assertThat(both.getAsJsonArray("dropped").toString()).isEqualTo("[\"age\",\"dose\"]");
    var planned = model(desk, "planned").getAsJsonObject("coefficients").get("dose");
    var dose = both.getAsJsonObject("coefficients").getAsJsonObject("dose");
    assertThat(dose.get("planned")).isEqualTo(planned);
    assertThat(dose.get("done").isJsonNull()).isTrue();
    var error = both.getAsJsonObject("values").getAsJsonObject("cvMse");
    var selected = model(desk, "planned").getAsJsonObject("selected");
    assertThat(error.get("planned")).isEqualTo(selected.get("mse"));
    assertThat(desk.out()).contains("no longer kept age, dose", "cv mse ", "dose ", " → none");
    var verdict = together(desk).getAsJsonArray("hypotheses").get(0).getAsJsonObject();
    assertThat(verdict.get("planned").getAsString()).isEqualTo("corroborated");
    assertThat(text(desk, "run/deviations.md")).contains("no longer kept age, dose");
  }

  @Test
  void aPlannedBranchThatFailsIsSaid() {
    var desk = new Desk(folder);
    desk.with("data/wide.csv", TABLE.replaceAll("(?m)\\d$", "1"));
    desk.with(
        "study.plan",
        ScriptedStudy.PLAN
            .replace("constant zero", "constant abort")
            .replaceFirst("(?m)^ *1 impute.*\n", "")
            .replaceFirst("2 scale", "1 scale"));
    assertThat(desk.type("lock", "study.plan")).as(desk.err()).isZero();
    int code =
        desk.type(
            "execute",
            "study.lock",
            "--data",
            "data",
            "--out",
            "run",
            "--measure-effect",
            "--set",
            "prepare[scale dose, age].constant=zero");
    assertThat(code).as(desk.err()).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "The effect on results is not known: the planned branch does not run: `dose` has the"
                + " same value in every row of training_fold (D497).");
    assertThat(text(desk, "run/deviations.md")).contains("The effect on results is not known: ");
  }

  @Test
  void somebodyWhoLooksSeesThePlannedBranchGoOn() {
    var desk = small().answering("");
    execute(desk, "--set", "penalty.l1_ratio=1");
    assertThat(desk.err()).contains("planned branch, ", "█");
  }

  @Test
  void nothingMoreIsOpenedAndTheLedgerTellsOfOneExecution() {
    var custodian = new Custodian(folder);
    custodian.seal();
    custodian.lock();
    var measured = new String[] {"--measure-effect", "--set", "models.age_only.terms=[dose]"};
    assertThat(custodian.execute("run", measured)).isEqualTo(7);
    assertThat(custodian.desk.err()).contains("L399");
    custodian.release("release");
    custodian.executeReleased("run", measured);
    assertThat(custodian.desk.out()).contains("Effect of all that was set");
    assertThat(custodian.entries()).filteredOn("execute-start"::equals).hasSize(1);
    assertThat(custodian.desk.files())
        .noneMatch(name -> name.endsWith("wide.csv") && name.startsWith("study"));
  }

  @Test
  @Tag("thorough")
  void anInterruptLeavesNothing() throws Exception {
    var desk = new Desk(folder);
    var example = Path.of("examples/ketamine-ptsd").toAbsolutePath();
    desk.with("a.lock", Files.readAllBytes(example.resolve("ketamine-ptsd.lock")));
    var process =
        OtherJvm.plan(
            folder,
            "execute",
            "a.lock",
            "--data",
            example.resolve("data").toString(),
            "--out",
            "run",
            "--measure-effect",
            "--set",
            "models.drug_agnostic.penalty.l1_ratio=1");
    while (process.isAlive() && desk.files().stream().noneMatch(name -> name.contains("trace"))) {
      Thread.sleep(20);
    }
    Thread.sleep(1500);
    assertThat(process.isAlive()).as("still at work").isTrue();
    process.destroy();
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(desk.files()).noneMatch(name -> name.contains("run"));
  }

  private Desk small() {
    var desk = new Desk(folder).with("data/wide.csv", TABLE);
    desk.with(
        "small.plan",
        Desk.COMPLETE
            + "hypothesis H1 \"dose\" { corroborated when coefficient(m1, dose) > 0"
            + "  falsified when coefficient(m1, dose) < 0 }\n");
    assertThat(desk.type("lock", "small.plan")).as(desk.err()).isZero();
    return desk;
  }

  private static void execute(Desk desk, String... more) {
    var words = new ArrayList<>(List.of("execute", "small.lock", "--data", "data", "--out", "run"));
    words.add("--measure-effect");
    words.addAll(List.of(more));
    assertThat(desk.type(words.toArray(String[]::new))).as(desk.err()).isEqualTo(1);
  }

  private JsonObject together(Desk desk) {
    return json(desk, "run").getAsJsonObject("effect").getAsJsonObject("together");
  }

  private JsonObject model(Desk desk, String run) {
    return json(desk, run).getAsJsonArray("models").get(0).getAsJsonObject();
  }

  private JsonObject json(Desk desk, String run) {
    return JsonParser.parseString(text(desk, run + "/results.json")).getAsJsonObject();
  }

  private static String text(Desk desk, String file) {
    return new String(desk.bytes(file), StandardCharsets.UTF_8);
  }
}
