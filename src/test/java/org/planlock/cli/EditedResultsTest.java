package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Results that somebody edited beside the trace that they were made from. */
final class EditedResultsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/results").toAbsolutePath();
  private static final String PLAN =
      Desk.COMPLETE.replace(
              "model m1 { outcome change   terms age + dose }",
              "model m1 { outcome change   terms age   role primary   reason sap }\n"
                  + "model m2 extends m1 { terms + dose   role exploratory }\n"
                  + "compare m2 with m1   by cv_mse   inference none")
          + """
          hypothesis H1 "age tells" {
            corroborated when coefficient(m1, age) > 1000 or cv_r2(m1) > 0.99
            falsified    when cv_r2(m1) <= 0.99
          }
          inference {
            r2_in_sample  1 - sse/sst   sst mean of all rows
            cv_r2         1 - sse/sst   sst mean of training_fold
            report        every model, intercept_only, every coefficient, cv_curve, fold_shares, edge
          }
          sensitivity { variant textbook { penalty.objective textbook } }
          exploratory { correlate change with age by spearman   reason data_driven }
          """;

  @TempDir private static Path folder;
  private static Desk desk;
  private static String whole;

  @BeforeAll
  static void execute() {
    desk = new Desk(folder).with("small.plan", PLAN).with("data/wide.csv", table());
    assertThat(desk.type("lock", "small.plan")).as(desk.err()).isZero();
    assertThat(desk.type("execute", "small.lock", "--data", "data", "--out", "run"))
        .as(desk.out() + desk.err())
        .isZero();
    whole = new String(desk.bytes("run/results.json"), StandardCharsets.UTF_8);
  }

  @Test
  void resultsAsTheyWereWrittenConform() {
    assertThat(compare("run/results.json")).isZero();
    assertThat(desk.out()).endsWith("CONFORMS: what was done is what was promised\n");
    assertThat(desk.type("report", "run")).as(desk.err()).isZero();
  }

  @Test
  void theirLockIsFoundInAFolderBesideTheirs() {
    var apart =
        new Desk(folder.resolve("apart"))
            .with("run/results.json", whole)
            .with("run/trace.jsonl", desk.bytes("run/trace.jsonl"))
            .with("study/other.lock", "no lock");
    assertThat(apart.type("report", "run")).isEqualTo(5);
    apart.with("study/small.lock", desk.bytes("small.lock"));
    assertThat(apart.type("report", "run")).as(apart.err()).isZero();
  }

  static Stream<Arguments> edits() {
    return Stream.of(
        edit("a model taken out", "X579", "models.m1", j -> array(j, "models").remove(0)),
        edit("a claim taken out", "X580", "hypotheses.H1", j -> j.remove("hypotheses")),
        edit("no comparison", "X581", "compare", j -> j.remove("comparisons")),
        edit(
            "no alternative",
            "X581",
            "sensitivity.variants.textbook",
            j -> j.remove("sensitivity")),
        edit("no correlation", "X581", "exploratory", j -> j.remove("exploratory")),
        edit("no null model", "X581", "inference.report", j -> first(j).remove("interceptOnly")),
        edit("no ends of the grid", "X581", "inference.report", j -> selected(j).remove("edges")),
        edit("no score", "X581", "inference.cv_r2", j -> r2(j).remove("crossValidated")),
        edit(
            "another verdict",
            "X582",
            "hypotheses.H1",
            j -> set(claim(j), "verdict", "corroborated")),
        edit(
            "a label without its reason",
            "X583",
            "hypotheses.H1",
            j -> set(claim(j), "label", "exploratory")),
        edit("the label of all", "X583", "plan", j -> set(j, "label", "exploratory")),
        edit("another role", "X583", "models.m2.role", j -> set(second(j), "role", "secondary")),
        edit(
            "a correlation confirmed",
            "X583",
            "exploratory",
            j -> set(array(j, "exploratory").get(0).getAsJsonObject(), "label", "confirmatory")),
        edit(
            "another r2 under its name",
            "X584",
            "inference.cv_r2",
            j -> r2(j).add("crossValidated", r2(j).get("inSample"))),
        edit(
            "a score without a value",
            "X584",
            "inference.cv_r2",
            j -> r2(j).add("crossValidated", JsonNull.INSTANCE)),
        edit("another n", "X585", "models.m1", j -> set(first(j), "n", 21)),
        edit("a word for n", "X585", "models.m1", j -> set(first(j), "n", "20")),
        edit(
            "a coefficient taken out",
            "X585",
            "models.m1",
            j -> first(j).getAsJsonObject("coefficients").remove("age")),
        edit(
            "another coefficient",
            "X585",
            "models.m1",
            j -> set(first(j).getAsJsonObject("coefficients"), "age", 2.5)),
        edit("another penalty", "X585", "models.m1", j -> set(selected(j), "lambda", 7)),
        edit(
            "another sample",
            "X585",
            "sample.rows",
            j -> set(j.getAsJsonObject("sample"), "enrolled", 40)),
        edit(
            "another value of a claim",
            "X585",
            "hypotheses.H1",
            j -> set(claim(j).getAsJsonObject("values"), "cv_r2(m1)", 0.995)),
        edit("another conclusion", "X587", "plan", j -> set(j, "verdict", "DEVIATES_DECLARED")),
        edit(
            "a model that nobody fitted",
            "X588",
            "models.m9",
            j -> array(j, "models").add(named("name", "m9"))),
        edit(
            "a claim that nobody judged",
            "X588",
            "hypotheses.H9",
            j -> array(j, "hypotheses").add(named("id", "H9"))),
        edit("another lock", "X527", "plan", j -> set(j, "lock", "sha256:" + "0".repeat(64))));
  }

  @ParameterizedTest(name = "{0}: {1} at {2}")
  @MethodSource("edits")
  void anEditIsNamedAndNothingElseIs(
      String what, String code, String path, Consumer<JsonObject> edit) {
    var json = JsonParser.parseString(whole).getAsJsonObject();
    edit.accept(json);
    desk.with("edited/results.json", json.toString());
    assertThat(compare("edited/results.json", "--json")).as(desk.out()).isEqualTo(1);
    var found = JsonParser.parseString(desk.out()).getAsJsonObject().getAsJsonArray("deviations");
    assertThat(found.asList().stream().map(EditedResultsTest::place).distinct())
        .containsExactly(code + " " + path);
  }

  @Test
  void eachIsToldAsRecorded() throws IOException {
    var seen = new HashSet<String>();
    for (var edit : edits().filter(one -> seen.add((String) one.get()[1])).toList()) {
      var json = JsonParser.parseString(whole).getAsJsonObject();
      editing(edit).accept(json);
      desk.with("edited/results.json", json.toString());
      compare("edited/results.json");
      var golden = GOLDEN.resolve(edit.get()[1] + ".txt");
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(GOLDEN);
        Files.writeString(golden, desk.out());
      }
      assertThat(desk.out()).as(golden.toString()).isEqualTo(Files.readString(golden));
    }
    assertThat(seen).hasSize(10);
  }

  @SuppressWarnings("unchecked")
  private static Consumer<JsonObject> editing(Arguments edit) {
    return (Consumer<JsonObject>) edit.get()[3];
  }

  @Test
  void anEditedFolderGetsNoPages() {
    desk.with("run2/trace.jsonl", desk.bytes("run/trace.jsonl"));
    desk.with(
        "run2/results.json",
        whole.replace("\"verdict\": \"falsified\"", "\"verdict\": \"corroborated\""));
    assertThat(desk.type("report", "run2")).isEqualTo(1);
    assertThat(desk.err())
        .contains(
            "error[X582]: `H1` is reported as corroborated, the analysis called it falsified",
            "`run2/results.json` is not what its trace shows");
    // the pair that lies together is compared without being named
    assertThat(desk.type("compare", "small.lock", "run2/trace.jsonl")).isEqualTo(1);
    assertThat(desk.out()).contains("error[X582]", "DEVIATES");
    desk.with("run2/other.jsonl", desk.bytes("run/trace.jsonl"));
    assertThat(desk.type("compare", "small.lock", "run2/other.jsonl")).isZero();
  }

  @Test
  void deviationsAndTheirLabelsAreThoseThatWereDeclaredWithTheResults() {
    desk.with(
        "deviations.yaml",
        """
        deviations:
          - path: models.m1.penalty.l1_ratio
            because: one ratio was enough
            reason: clerical
            timing: data_exist_blind
        """);
    int code =
        desk.type(
            "execute",
            "small.lock",
            "--data",
            "data",
            "--out",
            "told",
            "--deviations",
            "deviations.yaml",
            "--set",
            "models.m1.penalty.l1_ratio=1");
    assertThat(code).as(desk.out()).isLessThan(2);
    desk.type("compare", "small.lock", "told/trace.jsonl", "--deviations", "deviations.yaml");
    assertThat(desk.out()).doesNotContain("X58");
    desk.type("compare", "small.lock", "told/trace.jsonl");
    assertThat(desk.out()).as("declared beside the results alone").doesNotContain("X58");
    var told = new String(desk.bytes("told/results.json"), StandardCharsets.UTF_8);
    var json = JsonParser.parseString(told).getAsJsonObject();
    json.add("deviations", new JsonArray());
    desk.with("silent/results.json", json.toString());
    compareTold("silent/results.json");
    assertThat(desk.out())
        .contains("X586]: the results do not tell of the deviation X504 at", "l1_ratio");
  }

  @Test
  void whatIsNoResultsFileIsSaid() {
    desk.with("other.json", "{\"format\": \"something-else/1\"}");
    assertThat(compare("other.json")).isEqualTo(3);
    assertThat(desk.err()).contains("`other.json` is not the results.json of an execution");
    desk.with("torn.json", whole.substring(0, whole.length() / 2));
    assertThat(compare("torn.json")).isEqualTo(3);
    assertThat(compare("nowhere.json")).isEqualTo(5);
    desk.with("blind.json", whole.replaceFirst("\\{", "{\"blind\": \"dealt anew\","));
    assertThat(compare("blind.json")).isZero();
  }

  private static void compareTold(String results) {
    desk.type("compare", "small.lock", "told/trace.jsonl", "--results", results);
  }

  private static int compare(String results, String... more) {
    return desk.type(
        Stream.concat(
                Stream.of("compare", "small.lock", "run/trace.jsonl", "--results", results),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static Arguments edit(String what, String code, String path, Consumer<JsonObject> edit) {
    return Arguments.of(what, code, path, edit);
  }

  private static String place(JsonElement deviation) {
    var one = deviation.getAsJsonObject();
    return one.get("code").getAsString() + " " + one.get("path").getAsString();
  }

  private static JsonArray array(JsonObject json, String name) {
    return json.getAsJsonArray(name);
  }

  private static JsonObject first(JsonObject json) {
    return array(json, "models").get(0).getAsJsonObject();
  }

  private static JsonObject second(JsonObject json) {
    return array(json, "models").get(1).getAsJsonObject();
  }

  private static JsonObject claim(JsonObject json) {
    return array(json, "hypotheses").get(0).getAsJsonObject();
  }

  private static JsonObject selected(JsonObject json) {
    return first(json).getAsJsonObject("selected");
  }

  private static JsonObject r2(JsonObject json) {
    return first(json).getAsJsonObject("r2");
  }

  private static JsonObject named(String key, String name) {
    var json = new JsonObject();
    json.addProperty(key, name);
    return json;
  }

  private static void set(JsonObject json, String name, String value) {
    json.add(name, new JsonPrimitive(value));
  }

  private static void set(JsonObject json, String name, double value) {
    json.add(name, new JsonPrimitive(value));
  }

  private static String table() {
    var text = new StringBuilder("rid,age,dose,before,after\n");
    for (int i = 1; i <= 20; i++) {
      text.append(
          "s%02d,%d,%d,%d,%d\n"
              .formatted(i, 20 + i * 7 % 31, i * 5 % 11, 40 + i % 6, 30 + i * 3 % 17));
    }
    return text.toString();
  }
}
