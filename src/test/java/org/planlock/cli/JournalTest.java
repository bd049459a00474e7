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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.execution.result.Results;
import tools.jackson.databind.ObjectMapper;

/** The pages for a journal: beside every execution, and made again from its folder. */
final class JournalTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/journal").toAbsolutePath();
  private static final Path PAGE = Path.of("src/docs/deviations-example.md").toAbsolutePath();
  private static final Path EXAMPLE = Path.of("examples/ketamine-ptsd").toAbsolutePath();
  private static final List<String> PAGES =
      List.of("deviations.md", "deviations.csv", "deviations.json", "methods.md");

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sit() {
    desk = new Desk(folder);
  }

  // the numbers of the six deviations are those of executing them, here and now
  @Test
  void sixDeviationsOfTheExampleFillTheTable() throws IOException {
    assertThat(example()).as(desk.err()).isEqualTo(1);
    assertGolden("six", "run");
    assertThePageShowsIt();
    assertFitsSchemas("run");
    assertThat(
            desk.type(
                "report",
                "run",
                "--lock",
                EXAMPLE.resolve("ketamine-ptsd.lock").toString(),
                "--out",
                "again"))
        .as(desk.err())
        .isZero();
    for (var page : PAGES) {
      assertThat(desk.bytes("again/" + page)).as(page).isEqualTo(desk.bytes("run/" + page));
    }
  }

  @Test
  @Tag("thorough")
  void eachDeviationIsMeasuredAloneAndAllTogether() throws IOException {
    assertThat(example("--measure-effect")).as(desk.err()).isEqualTo(1);
    assertGolden("measured", "run");
  }

  private int example(String... more) {
    var words =
        new ArrayList<>(
            List.of(
                "execute",
                EXAMPLE.resolve("ketamine-ptsd.lock").toString(),
                "--data",
                EXAMPLE.resolve("data").toString(),
                "--out",
                "run",
                "--deviations",
                GOLDEN.resolve("deviations.yaml").toString(),
                "--exclude",
                "sub-07",
                "--because",
                "asleep",
                "--set",
                "models.drug_agnostic.penalty.l1_ratio=1",
                "--set",
                "prepare[scale imaging].using=analysis_set",
                "--set",
                "models.arm_adjusted.penalty.standardize=true",
                "--set",
                "hypotheses.H3.corroborated=cv_r2(ptsd_specific) > 0",
                "--set",
                "models.ptsd_specific.validate.select={one_standard_error: jointly, over:"
                    + " [l1_ratio, lambda]}"));
    words.addAll(List.of(more));
    return desk.type(words.toArray(String[]::new));
  }

  private void assertThePageShowsIt() throws IOException {
    var page = Files.readString(PAGE);
    var table = text("run/deviations.md").replaceFirst("^# .*\n\n", "");
    var declared = Files.readString(GOLDEN.resolve("deviations.yaml"));
    var shown =
        page.replaceFirst(
                "(?s)(<!-- deviations.yaml -->\n```yaml\n).*?(```\n)",
                "$1" + Matcher.quoteReplacement(declared) + "$2")
            .replaceFirst(
                "(?s)(<!-- deviations.md -->\n).*?(\n## How)",
                "$1" + Matcher.quoteReplacement(table) + "$2");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, shown);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(shown).contains(table, declared);
  }

  private void assertFitsSchemas(String run) throws IOException {
    assertThat(faults("results", run + "/results.json")).isEmpty();
    assertThat(faults("deviations", run + "/deviations.json")).isEmpty();
  }

  private List<com.networknt.schema.Error> faults(String schema, String file) throws IOException {
    try (var stream =
        Results.class.getResourceAsStream("/org/planlock/schema/" + schema + ".schema.json")) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text)
          .validate(new ObjectMapper().readTree(text(file)));
    }
  }

  private void assertGolden(String name, String run) throws IOException {
    for (var page : PAGES) {
      var golden = GOLDEN.resolve(name + "." + page);
      if (Boolean.getBoolean("golden.update")) {
        Files.write(golden, desk.bytes(run + "/" + page));
      }
      assertThat(new String(desk.bytes(run + "/" + page), StandardCharsets.UTF_8))
          .as(page)
          .isEqualTo(Files.readString(golden));
    }
  }

  @Test
  void withoutDeviationsThePagesSaySo() {
    study();
    assertThat(execute("run")).as(desk.err()).isZero();
    assertThat(text("run/deviations.md"))
        .contains("No deviations from the locked plan were found.")
        .doesNotContain("| no. |");
    assertThat(text("run/deviations.csv").lines()).hasSize(1);
    assertThat(json("run/deviations.json").getAsJsonArray("rows")).isEmpty();
    assertThat(text("run/methods.md"))
        .contains("8 participants were enrolled.", "No deviations from the locked plan were found.")
        .doesNotContain("exploratory");
    assertThat(desk.type("report", "run")).as(desk.err()).isZero();
    assertThat(desk.out()).isEqualTo(text("run/methods.md") + "\n" + text("run/deviations.md"));
    desk.type("report", "run", "--format", "csv");
    assertThat(desk.out()).isEqualTo(text("run/deviations.csv"));
    desk.type("report", "run", "--format", "json");
    assertThat(desk.out()).isEqualTo(text("run/deviations.json"));
    desk.type("report", "run", "--deviations");
    assertThat(desk.out()).isEqualTo(text("run/deviations.md"));
    assertThat(desk.type("report", "run", "--format", "csv", "--out", "csv")).isZero();
    assertThat(desk.files()).contains("csv/deviations.csv").doesNotContain("csv/methods.md");
    assertThat(desk.type("report", "run", "--out", "csv")).isEqualTo(7);
  }

  @Test
  void theReportHasTheOptionsOfEveryCommand() {
    study();
    execute("run");
    assertThat(desk.type("report", "run", "--json")).isZero();
    assertThat(desk.out()).isEqualTo(text("run/deviations.json"));
    assertThat(desk.type("report", "nowhere", "--json")).isEqualTo(5);
    assertThat(JsonParser.parseString(desk.out()).getAsJsonObject().has("diagnostics")).isTrue();
    assertThat(desk.err()).isEmpty();
    assertThat(desk.type("report", "nowhere", "--color", "always")).isEqualTo(5);
    assertThat(desk.err()).contains("\u001b[");
    assertThat(desk.type("report", "nowhere", "--debug")).isEqualTo(5);
    assertThat(desk.err()).doesNotContain("\u001b[", "\tat ");
    assertThat(desk.type("report", "--help")).isZero();
    assertThat(desk.out()).contains("--json", "--color", "--debug", "--format");
    assertThat(desk.type("report", "run", "--json", "--out", "kept")).isZero();
    assertThat(desk.files()).contains("kept/deviations.json").doesNotContain("kept/methods.md");
  }

  @Test
  void aChoiceOfWhatWasOpenIsARow() {
    desk.with("data/wide.csv", table());
    desk.with(
        "study.plan", Desk.COMPLETE.replace("objective glmnet  ", "").replace("\"wide", "\"wide"));
    desk.type("lock", "study.plan");
    assertThat(execute("run", "--choose", "penalty.objective=glmnet")).as(desk.err()).isZero();
    assertThat(text("run/deviations.md"))
        .contains("| 1 | model m1: penalty, objective", "| nothing | glmnet |", "| S1 | none |");
    assertThat(text("run/methods.md")).contains("(S1)", "objective of glmnet");
  }

  @Test
  void theEffectIsMeasuredAgainstThePlannedBranch() {
    study();
    assertThat(execute("run", "--measure-effect", "--set", "penalty.l1_ratio=0.5")).isEqualTo(1);
    var effect = json("run/results.json").getAsJsonObject("effect");
    assertThat(effect.get("executed").getAsBoolean()).isTrue();
    var model =
        effect.getAsJsonObject("together").getAsJsonArray("models").get(0).getAsJsonObject();
    execute("planned");
    var planned = json("planned/results.json").getAsJsonArray("models").get(0).getAsJsonObject();
    var done = json("run/results.json").getAsJsonArray("models").get(0).getAsJsonObject();
    var cv = model.getAsJsonObject("values").getAsJsonObject("lambda");
    assertThat(cv.get("planned")).isEqualTo(planned.getAsJsonObject("selected").get("lambda"));
    assertThat(cv.get("done")).isEqualTo(done.getAsJsonObject("selected").get("lambda"));
    assertThat(text("run/deviations.md")).contains("alone: m1: ");
    assertThat(text("run/deviations.csv")).contains("alone: m1: ");
    assertThat(execute("none", "--measure-effect")).isZero();
    assertThat(desk.out()).contains("The effect on results is not known: nothing was set");
    assertThat(execute("blind", "--measure-effect", "--blind")).isEqualTo(2);
    assertThat(desk.err()).contains("a blind execution has no results");
  }

  @Test
  void thePlannedBranchKeepsToTheTargetAndTheContract() {
    desk.with("data/wide.csv", table());
    desk.with(
        "study.plan",
        Desk.COMPLETE.replace(
            "outcome change =", "sample { target 9 enrolled }\noutcome change ="));
    desk.type("lock", "study.plan");
    assertThat(execute("run", "--measure-effect", "--early", "funding ended")).isEqualTo(1);
    assertThat(desk.out()).contains("the planned branch does not run: ", "(D484)");
    assertThat(text("run/deviations.md")).contains("The effect on results is not known: ");
  }

  @Test
  void severalDeviationsAreMeasuredOneByOneWhereEachCanBe() throws IOException {
    study();
    execute(
        "run",
        "--measure-effect",
        "--set",
        "penalty.l1_ratio=1",
        "--exclude",
        "s3",
        "--because",
        "asleep");
    assertFitsSchemas("run");
    var alone = json("run/results.json").getAsJsonObject("effect").getAsJsonArray("alone");
    assertThat(alone).hasSize(2);
    assertThat(desk.out()).contains("alone, set penalty.l1_ratio = 1", "alone, left out s3");
    assertThat(text("run/deviations.md")).doesNotContain("not measured");
  }

  @Test
  void theLedgersTimeCountsAndIsShown() {
    study();
    desk.with(
        "deviations.yaml",
        "deviations:\n  - path: models.m1.penalty.l1_ratio\n    reason: clerical\n"
            + "    because: \"a slip\"\n    timing: data_exist_blind\n");
    var deviating = new String[] {"--set", "penalty.l1_ratio=1", "--deviations", "deviations.yaml"};
    assertThat(execute("first", deviating)).isZero();
    assertThat(desk.out()).contains("declared deviation, S3").doesNotContain("X542");
    assertThat(desk.ledger()).anyMatch(line -> line.contains("clerical: a slip"));
    assertThat(execute("second", deviating)).as("on record before any result").isZero();
    assertThat(desk.out()).doesNotContain("X542");
    desk.with("deviations.yaml", text("deviations.yaml").replace("a slip", "=another tale"));
    assertThat(execute("third", deviating)).isZero();
    assertThat(desk.out())
        .contains("warning[X542]", "deviations.yaml:5:13", "declared deviation, S4");
    assertThat(text("third/deviations.md"))
        .contains(
            "after results were known (declared as data existed, blind to them; the data were");
    assertThat(text("third/deviations.csv")).contains(",\"'=another tale (clerical)\",");
    assertThat(desk.type("report", "third", "--out", "again")).isZero();
    assertThat(text("again/deviations.md")).isEqualTo(text("third/deviations.md"));
    assertThat(execute("fourth", "--set", "penalty.l1_ratio=1")).isEqualTo(1);
    assertThat(desk.out()).contains("undeclared deviation, S4");
  }

  @Test
  void aFolderThatDoesNotHoldTogetherIsRefused() {
    study();
    execute("run", "--set", "penalty.l1_ratio=1");
    var results = text("run/results.json");
    desk.with("run/results.json", results.replace("\"code\": \"X504\"", "\"code\": \"X505\""));
    assertThat(desk.type("report", "run")).isEqualTo(1);
    assertThat(desk.err()).contains("L315");
    desk.with("run/results.json", results.replace("\"deviations\": [", "\"deviations\": [3, "));
    assertThat(desk.type("report", "run")).isEqualTo(1);
    desk.with("run/results.json", "{}");
    assertThat(desk.type("report", "run")).isEqualTo(3);
    desk.with("run/results.json", "nonsense {");
    assertThat(desk.type("report", "run")).isEqualTo(3);
    desk.with("run/results.json", results);
    desk.with("run/trace.jsonl", "{");
    assertThat(desk.type("report", "run")).isEqualTo(3);
    assertThat(desk.type("report", "nowhere")).isEqualTo(5);
  }

  @Test
  void theLockMustBeTheOneThatWasExecuted() {
    study();
    execute("run");
    desk.with("other.plan", Desk.COMPLETE.replace("\"small\"", "\"other\""));
    desk.type("lock", "other.plan");
    assertThat(desk.type("report", "run", "--lock", "other.lock")).isEqualTo(1);
    assertThat(desk.err()).contains("L314");
    assertThat(desk.type("report", "run", "--lock", "study.plan")).isEqualTo(1);
    desk.type("execute", "study.plan", "--data", "data", "--out", "open", "--exploratory");
    assertThat(desk.type("report", "open")).isEqualTo(5);
    assertThat(desk.type("report", "open", "--lock", "small.lock")).isEqualTo(1);
    assertThat(desk.type("report", "open", "--lock", "study.plan")).as(desk.err()).isZero();
    assertThat(desk.out()).isEqualTo(text("open/methods.md") + "\n" + text("open/deviations.md"));
    assertThat(desk.out()).contains("was not locked beforehand", "EXPLORATORY");
  }

  private void study() {
    desk.with("data/wide.csv", table());
    desk.with("study.plan", Desk.COMPLETE);
    assertThat(desk.type("lock", "study.plan")).as(desk.err()).isZero();
  }

  private int execute(String out, String... more) {
    var words = new ArrayList<>(List.of("execute", "small.lock", "--data", "data", "--out", out));
    words.addAll(List.of(more));
    return desk.type(words.toArray(String[]::new));
  }

  /** Eight invented people. */
  private static String table() {
    return """
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
  }

  private String text(String file) {
    return new String(desk.bytes(file), StandardCharsets.UTF_8);
  }

  private JsonObject json(String file) {
    return JsonParser.parseString(text(file)).getAsJsonObject();
  }
}
