package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.syntax.notation.PlanNotation;

class ExecuteTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void lockAPlan() {
    desk = new Desk(folder).with("study.plan", plan("study")).with("data/wide.csv", table());
    assertThat(desk.type("lock", "study.plan")).isZero();
  }

  @Test
  void thePlanAsLockedConforms() {
    assertThat(execute("run")).isZero();
    assertThat(desk.out())
        .contains("sample   20 enrolled, 20 analysed", "with_imaging", "100 cells")
        .endsWith("CONFORMS: what was done is what was promised\nresults: run/results.json\n");
    assertThat(desk.err()).isEmpty();
    assertThat(desk.files())
        .contains("run/results.json", "run/trace.jsonl", "run/environment.json")
        .noneMatch(name -> name.startsWith("."));
    var results = results("run");
    assertThat(results.get("verdict").getAsString()).isEqualTo("CONFORMS");
    assertThat(results.get("label").getAsString()).isEqualTo("confirmatory");
    assertThat(results.getAsJsonArray("deviations")).isEmpty();
  }

  @Test
  void resultsAndTraceAreTheSameBytesOnAnyNumberOfThreadsAndInAnyLanguage() {
    execute("one", "--threads", "1");
    var locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      execute("many", "--threads", "3");
    } finally {
      Locale.setDefault(locale);
    }
    // the ledger grew in between, and that is all that differs
    assertThat(withoutLedger("many")).isEqualTo(withoutLedger("one"));
    assertThat(desk.bytes("many/trace.jsonl")).isEqualTo(desk.bytes("one/trace.jsonl"));
  }

  @ParameterizedTest
  @CsvSource({
    "models.with_imaging.penalty.l1_ratio=1, X504",
    "penalty.lambda.to=0.1 * max, X504",
    "models.with_imaging.add=change_vta, X505",
    "prepare.2.to=z(sd n), X515",
    "penalty.objective=textbook, X516",
    "models.with_imaging.penalty.standardize=true, X569",
  })
  void aChangedValueRunsAndIsFlagged(String setting, String code) {
    int exit = execute("run", "--set", setting);
    assertThat(exit).as(desk.err() + desk.out()).isEqualTo(1);
    assertThat(desk.out()).contains("[" + code + "]", "DEVIATES");
  }

  @Test
  void otherFoldsAreFlagged() {
    int exit =
        execute(
            "run",
            "--set",
            "validate.scheme=k_fold 5",
            "--choose",
            "validate.repeats=1",
            "--choose",
            "validate.seed=from plan");
    assertThat(exit).as(desk.err()).isEqualTo(1);
    assertThat(desk.out()).contains("[X506]");
  }

  /** No tolerance is so small that rounding alone becomes a deviation, and none is an error. */
  @ParameterizedTest
  @ValueSource(strings = {"0 relative", "1e-300 relative", "0 absolute", "1e-17 absolute"})
  void noToleranceIsFinerThanRounding(String same) {
    desk.with("fine.plan", plan("fine") + "compute { same %s }\n".formatted(same));
    assertThat(desk.type("lock", "fine.plan")).isZero();
    int exit = desk.type("execute", "fine.lock", "--data", "data", "--out", "run");
    assertThat(exit).as(desk.out() + desk.err()).isZero();
    exit =
        desk.type(
            words(
                "execute fine.lock --data data --out other --set penalty.lambda.to=0.0100001*max"));
    assertThat(desk.out()).as(desk.err()).contains("[X504]");
    assertThat(exit).isEqualTo(1);
  }

  @Test
  void aParticipantLeftOutIsOneDeviationWithItsReason() {
    assertThat(execute("run", "--exclude", "s07", "--because", "fell asleep")).isEqualTo(1);
    assertThat(desk.out())
        .contains("1 deviation: 0 declared, 1 undeclared", "error[X512]: s07 was left out")
        .contains("fell asleep");
    assertThat(results("run").getAsJsonArray("deviations")).hasSize(1);
  }

  @Test
  void aDeclaredDeviationIsTold() {
    desk.with(
        "deviations.yaml",
        """
        deviations:
          - code: X512
            participant: s07
            reason: clerical
            because: asleep in the scanner
            timing: data_exist_blind
        """);
    int code =
        execute(
            "run", "--exclude", "s07", "--because", "asleep", "--deviations", "deviations.yaml");
    assertThat(code).as(desk.out() + desk.err()).isZero();
    assertThat(desk.out()).contains("1 declared, 0 undeclared", "DEVIATES_DECLARED");
  }

  @Test
  void leavingOutNeedsAReason() {
    assertThat(execute("run", "--exclude", "s07")).isEqualTo(2);
    assertThat(desk.err()).contains("C608", "--because");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void settingsThatNameNothingAreRefused() {
    assertThat(execute("run", "--set", "models.with_imagin.penalty.l1_ratio=1")).isEqualTo(2);
    assertThat(desk.err()).contains("C601");
    assertThat(execute("run", "--set", "nonsense")).isEqualTo(2);
    assertThat(execute("run", "--set", "penalty.l1_ratio=1.5")).isEqualTo(3);
    assertThat(execute("run", "--choose", "penalty.objective=textbook")).isEqualTo(2);
    assertThat(desk.err()).contains("C610");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void anUnlockedPlanIsRefusedUnlessItIsCalledExploratory() {
    int code = desk.type("execute", "study.plan", "--data", "data", "--out", "run");
    assertThat(code).isEqualTo(7);
    assertThat(desk.err()).contains("C605", "plan lock study.plan");
    desk.type("execute", "study.plan", "--data", "data", "--out", "run", "--exploratory");
    assertThat(desk.out()).startsWith("EXPLORATORY");
    assertThat(results("run").get("label").getAsString()).isEqualTo("exploratory");
  }

  @Test
  void anAlteredLockIsRefused() {
    var lock = new String(desk.bytes("study.lock"), StandardCharsets.UTF_8);
    desk.with("study.lock", lock.replaceFirst("\"payload\":\"e", "\"payload\":\"f"));
    assertThat(execute("run")).isIn(1, 3);
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void theLockedPlanIsExecutedWhateverStandsBesideIt() {
    desk.with(
        "study.plan",
        new String(desk.bytes("study.plan"), StandardCharsets.UTF_8)
            .replace("10 values", "20 values"));
    assertThat(execute("run")).isZero();
    assertThat(desk.err()).contains("warning[L301]", "the locked plan is executed");
    assertThat(desk.out()).contains("100 cells");
  }

  @Test
  void resultsAreNeverOverwritten() {
    desk.with("run/notes.txt", "mine");
    assertThat(execute("run")).isEqualTo(7);
    assertThat(desk.err()).contains("C606");
    assertThat(desk.files())
        .containsExactly("data/wide.csv", "run/notes.txt", "study.lock", "study.plan");
    assertThat(execute("study.plan")).isEqualTo(7);
  }

  @Test
  void anEmptyFolderIsFilled() throws Exception {
    Files.createDirectory(folder.resolve("run"));
    assertThat(execute("run")).isZero();
  }

  @Test
  void dataThatBreakTheContractStopAndLeaveNothing() {
    desk.with("data/wide.csv", table().replace("s05", "s04"));
    assertThat(execute("run")).isEqualTo(3);
    desk.with("data/wide.csv", table().replace("vta_after", "vta_later"));
    assertThat(execute("run")).isEqualTo(3);
    assertThat(execute("run", "--data", "nowhere")).isIn(2, 3, 5);
    assertThat(desk.files()).containsExactly("data/wide.csv", "study.lock", "study.plan");
  }

  @Test
  void openChoicesAreListedAndCanBeMade() {
    desk.with("open.plan", plan("open").replace("  objective     glmnet\n", ""));
    desk.type("lock", "open.plan");
    assertThat(desk.type("execute", "open.lock", "--data", "data", "--out", "run")).isEqualTo(7);
    assertThat(desk.err())
        .contains("D481", "--choose models.clinical_only.penalty.objective=VALUE");
    assertThat(
            desk.type(
                "execute",
                "open.lock",
                "--data",
                "data",
                "--out",
                "run",
                "--choose",
                "penalty.objective=glmnet"))
        .isZero();
    assertThat(desk.out()).contains("X519");
    desk.answering("glmnet\nglmnet\n");
    assertThat(desk.type("execute", "open.lock", "--data", "data", "--out", "asked")).isZero();
    assertThat(desk.err()).contains("what you choose is recorded");
  }

  @Test
  void speaksJson() {
    assertThat(execute("run", "--format", "json")).isZero();
    var json = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(json.getAsJsonObject("results").get("format").getAsString())
        .isEqualTo("planlock-results/1");
  }

  private static String plan(String id) {
    return Starter.ELASTIC_NET.text(PlanNotation.PLAN, id).replace("100 values", "10 values");
  }

  private static String[] words(String line) {
    return line.split(" ");
  }

  private int execute(String out, String... more) {
    var words = new java.util.ArrayList<>(java.util.List.of("execute", "study.lock", "--out", out));
    if (!java.util.List.of(more).contains("--data")) {
      words.addAll(java.util.List.of("--data", "data"));
    }
    words.addAll(java.util.List.of(more));
    return desk.type(words.toArray(String[]::new));
  }

  private String withoutLedger(String run) {
    var text = new String(desk.bytes(run + "/results.json"), StandardCharsets.UTF_8);
    var ledger = Pattern.compile("\"ledger\": \\{[^}]*}").matcher(text);
    assertThat(ledger.find()).isTrue();
    return ledger.replaceFirst("");
  }

  private JsonObject results(String run) {
    return JsonParser.parseString(
            new String(desk.bytes(run + "/results.json"), StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  /** Twenty invented participants whose outcome follows one predictor. */
  private static String table() {
    var random = new SplittableRandom(17);
    var text =
        new StringBuilder(
            "participant_id,score_before,score_after,vta_before,vta_after,ofc_before,ofc_after,age\n");
    for (int i = 0; i < 20; i++) {
      double vta = random.nextDouble(-2, 2);
      double after = 40 - 3 * vta + random.nextDouble(-3, 3);
      text.append(
          String.format(
              Locale.ROOT,
              "s%02d,%d,%.3f,1,%.3f,%s,%.3f,%d%n",
              i,
              40 + random.nextInt(9),
              after,
              1 + vta,
              i == 3 ? "NA" : "2",
              random.nextDouble(1, 3),
              20 + random.nextInt(40)));
    }
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
