package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code plan new} makes of a folder with tables and of a few answers. */
class NewPlanTest {
  private static final String PEOPLE =
      """
      participant_id\tgroup\tage\tsex\tscore\tnote\tdose
      sub-01\tketamine\t30\tF\t12\tfine\tn/a
      sub-02\tplacebo\t41\tM\tn/a\tlate\tn/a
      sub-03\tketamine\t35\tF\tNA\tlong\tn/a
      sub-04\tplacebo\t52\tM\t14\tnone\tn/a
      """;
  private static final String WORDS =
      """
      {"age": {"Description": "Age", "Units": "years", "Format": "integer", "Minimum": 18, "Maximum": 70},
       "sex": {"LongName": "Sex", "Levels": {"F": "female", "M": {"Description": "male"}, "n/a": "unknown"}},
       "score": {"Units": "points", "Minimum": 0, "Annotations": {"MissingValues": ["n/a", "NA"]}},
       "note": {"Format": "string"},
       "dose": {"Units": "mg"}}
      """;

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
    desk.with("study/participants.tsv", PEOPLE).with("study/participants.json", WORDS);
  }

  @Test
  void proposesWhatTheDictionaryAndTheCellsSay() {
    assertThat(desk.type("new", "a.plan", "--data", "study")).as(desk.err()).isZero();
    assertThat(plan("a.plan"))
        .contains(
            "table participants  from \"participants.tsv\"  key participant_id  missing \"n/a\"")
        .contains("text utf-8  decimal \".\"  separator tab")
        .contains("column group  in participants  levels ketamine, placebo")
        .contains("column age  in participants  integer 18 .. 70  unit years")
        .contains("// Sex: F = female, M = male")
        .contains("column sex  in participants  levels F, M")
        .contains("column score  in participants  number  missing \"n/a\", NA  unit points")
        .contains("at least 0; what is the other?")
        .contains("column note  in participants  text")
        .contains("// every cell is missing so far")
        .contains("column dose  in participants  number  unit mg");
    assertThat(desk.out()).contains("wrote a.plan\n78 fields: ");
    assertThat(desk.type("check", "a.plan")).as(desk.out()).isZero();
    assertThat(desk.files()).contains("a.plan");
  }

  @Test
  void choosesNothingForTheAuthor() {
    desk.type("new", "a.plan", "--data", "study", "--outcome", "age", "--predictors", "sex, group");
    var said = plan("a.plan").lines().filter(line -> !line.strip().startsWith("//")).toList();
    assertThat(String.join("\n", said))
        .contains("model main { outcome age  terms sex + group }")
        .doesNotContain("reference", "code", "sealed", "penalty", "exclude", "impute", "validate")
        .doesNotContain("hypothesis", "role", "fold");
  }

  @Test
  void bothNotationsSayTheSame() {
    desk.type("new", "a.plan", "--data", "study", "--title", "T", "--outcome", "age");
    desk.type("new", "a.plan.yaml", "--data", "study", "--title", "T", "--outcome", "age");
    assertThat(desk.type("diff", "a.plan", "a.plan.yaml")).as(desk.out()).isZero();
    assertThat(plan("a.plan.yaml")).contains("# Sex: F = female, M = male");
  }

  @Test
  void visitsAreLeftToTheAuthor() {
    desk.with(
            "study/phenotype/caps.tsv",
            """
            participant_id\tsession_id\tcaps
            sub-01\tses-pre\t40
            sub-01\tses-post\t20
            """)
        .with(
            "study/phenotype/caps.json",
            """
            {"MeasurementToolMetadata": {"Description": "A scale"},
             "session_id": {"Levels": {"ses-pre": "before"}}}
            """);
    assertThat(
            desk.type(
                "new", "a.plan", "--data", "study", "--outcome", "caps", "--predictors", "age"))
        .as(desk.err())
        .isZero();
    assertThat(plan("a.plan"))
        .contains("// A scale.\n")
        .contains("key participant_id, session_id")
        .contains("session ses-pre  is \"before\"\n  session ses-post\n")
        .contains("model main { terms age }")
        .contains("`caps` has a value for each visit.");
  }

  @Test
  void theArmsAreNamedAndLeftOpen() {
    desk.type("new", "a.plan", "--data", "study", "--group", "group");
    assertThat(plan("a.plan"))
        .containsSubsequence("// the arms. To decide: the reference arm", "column group");
  }

  @Test
  void oneTableIsEnough() {
    desk.with("people.csv", "id,x\n1,2\n2,-999\n");
    assertThat(desk.type("new", "a.plan", "--data", "people.csv", "--participant", "id")).isZero();
    assertThat(plan("a.plan"))
        .contains("table people  from \"people.csv\"  key id  separator comma")
        .contains("to decide: the table holds `-999`; a missing value?");
    assertThat(desk.type("check", "a.plan")).as(desk.out()).isZero();
  }

  @Test
  void asksAtATerminalAndLeavesOpenWhatIsNotAnswered() {
    desk.answering("mine\nWhat helps?\nstudy\n\n\nage, sex\nyaml\n");
    assertThat(desk.type("new")).as(desk.err()).isZero();
    assertThat(desk.err())
        .contains("name of the plan [my-study]: ", "notation, plan or yaml [plan]: ");
    assertThat(plan("mine.plan.yaml"))
        .contains("id: mine", "title: \"What helps?\"", "{name: main, terms: [age, sex]}")
        .doesNotContain("outcome: age");
  }

  @Test
  void whatIsSaidIsNotAsked() {
    desk.with("participants.tsv", PEOPLE).answering("\n\n\n\n\n");
    var known = new String[] {"new", "b.plan", "--title", "T", "--outcome", "age"};
    assertThat(desk.type(known)).as(desk.err()).isZero();
    assertThat(desk.err()).contains("[b]: ", "data [.]: ").doesNotContain("title", "outcome:");
    assertThat(plan("b.plan")).contains("plan \"b\"", "title \"T\"", "model main { outcome age }");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mine\n", "mine\nT\nstudy\nage\ngroup\nsex\n"})
  void answersThatBreakOffLeaveNothing(String answers) {
    var before = desk.files();
    desk.answering(answers);
    assertThat(desk.type("new")).isEqualTo(2);
    assertThat(desk.files()).isEqualTo(before);
  }

  @Test
  void starterAtATerminal() {
    desk.answering("");
    assertThat(desk.type("new", "a.plan", "--from", "ols")).isZero();
    assertThat(desk.err()).isEmpty();
    assertThat(desk.type("new", "b.plan", "--from", "ols", "--data", "study")).isEqualTo(2);
  }

  @Test
  void nothingIsOverwrittenUnlessItIsAsked() {
    desk.with("a.plan", "precious");
    assertThat(desk.type("new", "a.plan", "--data", "study")).isEqualTo(7);
    assertThat(plan("a.plan")).isEqualTo("precious");
    assertThat(desk.type("new", "a.plan", "--data", "study", "--force")).isZero();
    assertThat(plan("a.plan")).startsWith("plan \"a\"");
  }

  @ParameterizedTest
  @CsvSource({"a.plan,yaml,3", "a.plan,toml,3", "a.plan.yaml,yaml,0", "a.plan,PLAN,0"})
  void nameAndNotationAgree(String name, String word, int exit) {
    assertThat(desk.type("new", name, "--id", "x", "--as", word)).isEqualTo(exit);
  }

  @Test
  void withoutTablesThereIsStillAPlan() {
    assertThat(desk.type("new", "--id", "x", "--outcome", "y", "--predictors", "a")).isZero();
    assertThat(plan("x.plan")).contains("model main { outcome y  terms a }");
    assertThat(desk.type("check", "x.plan")).as(desk.out()).isZero();
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(desk.type("new", "a.plan", "--data", "nowhere")).isEqualTo(5);
    desk.with("empty/readme.md", "x");
    assertThat(desk.type("new", "a.plan", "--data", "empty")).isEqualTo(5);
    assertThat(desk.err()).contains("has neither `participants.tsv` nor `phenotype/*.tsv`");
    assertThat(desk.type("new", "a.plan", "--data", "study", "--participant", "id")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "not JSON at all, I701",
    "[1], ''",
    "{\"age\": 3}, I702",
    "{\"age\": {\"Units\": 3}}, I702",
    "{\"age\": {\"Maximum\": 1e400}}, I702",
    "{\"age\": {\"Minimum\": 123456789012345678901234567890}}, I702",
    "'{\"age\": {}, \"age\": {}}', S103",
    "'{\"sex\": {\"Levels\": [\"F\", {}]}}', I702",
    "'{\"sex\": {\"Levels\": [\"F\", \"M\"]}}', ''",
    "{\"sex\": {\"Levels\": {}}}, ''",
    "{\"age\": {\"Units\": \"y\\u202e\"}}, S110",
    "{\"age\": {\"Units\": \"\\u0000\"}}, S110",
    "{\"age\": {\"Description\": \"\\u202e */ // # \\n plan\"}}, ''",
    "{\"age\": {\"Units\": \"and { } ' \\\" or 3 x\"}}, ''"
  })
  void strangeSidecarsGiveFindingsOrAreHarmless(String sidecar, String code) {
    desk.with("study/participants.json", sidecar);
    int exit = desk.type("new", "a.plan", "--data", "study");
    assertThat(exit).as(desk.err()).isIn(0, 3);
    if (code.isEmpty()) {
      assertThat(exit).as(desk.err()).isZero();
    } else {
      assertThat(desk.err()).contains("[" + code + "]", "study/participants.");
    }
    assertThat(Files.exists(folder.resolve("a.plan"))).isEqualTo(exit == 0);
    assertThat(exit == 0 ? desk.type("check", "a.plan") : 0).as(desk.out()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "participant_id\\tage\\tage\\nsub-01\\t3\\t3\\n, D409",
    "participant_id\\ta\u202Eb\\nsub-01\\t3\\n, D412",
    "participant_id\\t\\nsub-01\\t3\\n, D410",
    "participant_id\\tage\\nsub-01\\n, D413",
    "participant_id\\n, D415",
    "'', D415",
    "participant_id\\t\u0430ge\\tage\\nsub-01\\t3\\t3\\n, P241"
  })
  void strangeTablesAreRefusedWithTheirPlace(String table, String code) {
    desk.with("study/participants.tsv", table.replace("\\t", "\t").replace("\\n", "\n"));
    assertThat(desk.type("new", "a.plan", "--data", "study")).isEqualTo(3);
    assertThat(desk.err()).contains("[" + code + "]");
    assertThat(Files.exists(folder.resolve("a.plan"))).isFalse();
  }

  @Test
  void wordsOfTheLanguageAreNamesLikeOthers() {
    desk.with(
        "study/participants.tsv",
        "participant_id\tand\tcolumn\tin\t4x\ta b\tnot_applicable\t\"q\"\tx]y\\z\tnone\n"
            + "sub-01\t1\t2\t3\t4\t5\t6\t7\t8\t9\n");
    for (var name : new String[] {"a.plan", "a.plan.yaml"}) {
      assertThat(desk.type("new", name, "--data", "study")).as(desk.err()).isZero();
      assertThat(desk.type("check", name)).as(desk.out()).isZero();
    }
    assertThat(desk.type("diff", "a.plan", "a.plan.yaml")).as(desk.out()).isZero();
  }

  @Test
  void lineEndsAndByteOrderMarksAreAccepted() {
    desk.with("study/participants.tsv", "\uFEFF" + PEOPLE.replace("\n", "\r\n"))
        .with("study/participants.json", "\uFEFF" + WORDS.replace("\n", "\r\n"));
    assertThat(desk.type("new", "a.plan", "--data", "study")).as(desk.err()).isZero();
    assertThat(plan("a.plan"))
        .contains("column age  in participants  integer 18 .. 70  unit years");
    desk.with(
        "study/participants.json",
        WORDS.replace("Age", "\u00c4").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(desk.type("new", "b.plan", "--data", "study")).isEqualTo(3);
    assertThat(desk.err()).contains("[S109]");
  }

  @Test
  void thousandsOfColumnsAreNotProposed() {
    var header = IntStream.range(0, 5000).mapToObj(i -> "c" + i).collect(Collectors.joining("\t"));
    var row = "1\t".repeat(4999) + "1";
    desk.with("study/participants.tsv", "participant_id\t" + header + "\nsub-01\t" + row + "\n");
    assertThat(desk.type("new", "a.plan", "--data", "study", "--outcome", "c4321")).isZero();
    assertThat(desk.err()).contains("4599 of 5000 columns are not proposed");
    assertThat(plan("a.plan")).contains("column c4321 ").doesNotContain("column c4322 ");
    assertThat(desk.type("check", "a.plan")).as(desk.out()).isZero();
  }

  @Test
  void aSidecarThatIsTooLargeIsNotRead() throws IOException {
    try (var file =
        new java.io.RandomAccessFile(folder.resolve("study/participants.json").toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    assertThat(desk.type("new", "a.plan", "--data", "study")).isEqualTo(3);
    assertThat(desk.err()).contains("[S108]", "`study/participants.json` is larger than 4096 KiB");
  }

  @Test
  void publishedDataSetsGiveSoundPlans() throws IOException {
    var reference = System.getProperty("planlock.reference");
    assumeTrue(reference != null, "-Dplanlock.reference=DIR");
    var trial = Path.of(reference, "imaging/rct21").toString();
    assertThat(desk.type("new", "a.plan", "--data", trial, "--outcome", "caps5_total")).isZero();
    assertThat(desk.type("check", "a.plan")).as(desk.out()).isZero();
    assertThat(plan("a.plan"))
        .contains("column group  in participants  levels midazolam, ketamine")
        .contains("column caps5_total  in caps5  number 0 .. 80")
        .contains("session ses-post  is \"after the last scan\"");
    for (var ending : new String[] {"tsv", "json"}) {
      desk.with(
          "real/participants." + ending,
          Files.readAllBytes(Path.of(reference, "real/data/ds003007_participants." + ending)));
    }
    assertThat(desk.type("new", "b.plan", "--data", "real")).isZero();
    assertThat(desk.err()).contains("`gender` holds `f`, `m`, which its dictionary does not name");
    assertThat(desk.type("check", "b.plan")).as(desk.out()).isZero();
  }

  private String plan(String name) {
    return new String(desk.bytes(name), StandardCharsets.UTF_8);
  }
}
