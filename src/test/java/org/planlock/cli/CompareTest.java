package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code plan compare} on our own traces, and on those that somebody broke. */
class CompareTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void executeAPlan() {
    desk = new Desk(folder).with("small.plan", Desk.COMPLETE).with("data/wide.csv", table());
    assertThat(desk.type("lock", "small.plan")).isZero();
    assertThat(desk.type("execute", "small.lock", "--data", "data", "--out", "run")).isZero();
  }

  @Test
  void theTraceOfAnExecutionConforms() {
    assertThat(compare("run/trace.jsonl")).isZero();
    assertThat(desk.out())
        .startsWith("analysis planlock 0.1.0\nsample   20 enrolled, 20 analysed\n")
        .contains("label    confirmatory")
        .endsWith("CONFORMS: what was done is what was promised\n");
    assertThat(desk.err()).isEmpty();
  }

  @Test
  void anExecutionIsNoEarlierOneOfItself() {
    var trace = new String(desk.bytes("run/trace.jsonl"), StandardCharsets.UTF_8);
    compare("run/trace.jsonl");
    assertThat(desk.out()).doesNotContain("X573");
    desk.with("elsewhere.jsonl", trace.replace("\"planlock\"", "\"another program\""));
    compare("elsewhere.jsonl");
    assertThat(desk.out()).contains("note[X573]: this is execution 2 of this lock");
  }

  @Test
  void theSamePageForPrograms() {
    assertThat(compare("run/trace.jsonl", "--json", "--out", "kept")).isZero();
    var page = JsonParser.parseString(desk.out()).getAsJsonObject();
    assertThat(page.get("verdict").getAsString()).isEqualTo("CONFORMS");
    assertThat(page.getAsJsonArray("deviations")).isEmpty();
    assertThat(new String(desk.bytes("kept/comparison.json"), StandardCharsets.UTF_8))
        .isEqualTo(desk.out());
    assertThat(compare("run/trace.jsonl", "--out", "kept")).isEqualTo(7);
  }

  @Test
  void thePagesForAJournalAreThoseOfTheExecution() {
    var changed = "models.m1.penalty.l1_ratio=1";
    desk.type("execute", "small.lock", "--data", "data", "--out", "other", "--set", changed);
    assertThat(compare("other/trace.jsonl", "--out", "beside")).isEqualTo(1);
    assertThat(desk.out()).contains("label of m1 lost: `m1` was tuned over other l1_ratio values");
    for (var page : List.of("deviations.md", "deviations.csv", "deviations.json", "methods.md")) {
      // by the ledger this comparison comes after two looks, the execution came after one
      assertThat(new String(desk.bytes("beside/" + page), StandardCharsets.UTF_8))
          .as(page)
          .isEqualTo(new String(desk.bytes("other/" + page), StandardCharsets.UTF_8));
    }
  }

  @Test
  void anUnfinishedAnalysisGetsPagesThatSaySo() {
    var whole = new String(desk.bytes("run/trace.jsonl"), StandardCharsets.UTF_8);
    desk.with("torn.jsonl", without(whole, "end"));
    assertThat(compare("torn.jsonl", "--out", "torn")).isEqualTo(4);
    assertThat(new String(desk.bytes("torn/deviations.md"), StandardCharsets.UTF_8))
        .contains("The analysis did not come to its end.");
    desk.with("gap.jsonl", without(whole, "fit"));
    assertThat(compare("gap.jsonl", "--out", "gap")).isEqualTo(4);
    assertThat(new String(desk.bytes("gap/deviations.md"), StandardCharsets.UTF_8))
        .contains("The record does not tell whether these were kept:");
  }

  @Test
  void aBlindTraceGetsNoPagesForAJournal() {
    var whole = new String(desk.bytes("run/trace.jsonl"), StandardCharsets.UTF_8);
    desk.with("blind.jsonl", whole.replaceAll("(?m)}$", ",\"blind\":true}"));
    compare("blind.jsonl", "--out", "blind");
    assertThat(desk.err())
        .isEqualTo("plan: `blind.jsonl` is blind: there is nothing for a journal\n");
    assertThat(desk.files()).contains("blind/comparison.json").doesNotContain("blind/methods.md");
  }

  @Test
  void aLockThatWasEditedIsTampered() {
    var lock = new String(desk.bytes("small.lock"), StandardCharsets.UTF_8);
    int at = lock.indexOf("\"statementSha256\":\"") + 19;
    var digit = lock.charAt(at) == '0' ? "1" : "0";
    desk.with("small.lock", lock.substring(0, at) + digit + lock.substring(at + 1));
    assertThat(compare("run/trace.jsonl")).isEqualTo(1);
    assertThat(desk.out()).isEqualTo("TAMPERED: the lock was altered\n");
    assertThat(desk.err()).contains("error[L3");
    assertThat(compare("run/trace.jsonl", "--json")).isEqualTo(1);
    assertThat(desk.out()).contains("\"TAMPERED\"");
  }

  @Test
  void aDeclaredDeviationCountsAsDeclared() {
    desk.with(
        "deviations.yaml",
        """
        deviations:
          - path: models.m1.penalty.l1_ratio
            because: one ratio was enough
            reason: clerical
            timing: data_exist_blind
        """);
    var only =
        desk.type(
            "execute",
            "small.lock",
            "--data",
            "data",
            "--out",
            "other",
            "--set",
            "models.m1.penalty.l1_ratio=1");
    assertThat(only).as(desk.err()).isEqualTo(1);
    assertThat(compare("other/trace.jsonl")).isEqualTo(1);
    assertThat(desk.out()).contains("error[X504]", "DEVIATES");
    assertThat(compare("other/trace.jsonl", "--deviations", "deviations.yaml")).isZero();
    assertThat(desk.out()).contains("1 declared, 0 undeclared", "DEVIATES_DECLARED");
    assertThat(compare("run/trace.jsonl", "--deviations", "none.yaml")).isEqualTo(5);
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("torn in a line", 3, "has no end", t -> t.substring(0, t.length() - 5)),
        damage("no end", 4, "INCOMPLETE", t -> without(t, "end")),
        damage("no fit", 4, "CANNOT_TELL", t -> without(t, "fit")),
        damage("reordered", 3, "was due", CompareTest::reordered),
        damage("a line taken out", 3, "was due", t -> t.replaceFirst("\n[^\n]+\n", "\n")),
        damage("from the future", 7, "newer version", t -> t.replace("-trace/1", "-trace/9")),
        damage("two traces", 3, "a second trace begins", t -> t + t),
        damage("more after the end", 3, "follows the event `end`", CompareTest::lateSetting),
        damage("another plan", 1, "X527", t -> t.replaceFirst("sha256:....", "sha256:0000")),
        damage("a byte order mark", 0, "CONFORMS", t -> "\uFEFF" + t),
        damage("a NUL", 3, "NUL", t -> t.replace("\"tool\"", "\"to\0ol\"")),
        damage(
            "NaN",
            3,
            "`NaN` is no number",
            t -> t.replaceFirst("\"mse\":\\[[^,]+", "\"mse\":[NaN")),
        damage("a name twice", 3, "`tool` stands twice", t -> t.replace("\"label\"", "\"tool\"")),
        damage("an empty line", 3, "the line is empty", t -> t.replaceFirst("\n", "\n\n")),
        damage("no JSON", 3, "holds no event", t -> "participant,age\ns1,30\n"),
        damage("nothing", 3, "holds no event", t -> ""),
        damage(
            "edited by hand", 1, "X506", t -> t.replaceFirst("\"fold\":\\[1,2", "\"fold\":[1,1")),
        damage("lines of Windows", 0, "CONFORMS", t -> t.replace("\n", "\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void aBrokenTraceIsToldApart(String what, int code, String said, UnaryOperator<String> damage) {
    var whole = new String(desk.bytes("run/trace.jsonl"), StandardCharsets.UTF_8);
    desk.with("broken.jsonl", damage.apply(whole));
    assertThat(compare("broken.jsonl")).as(desk.out() + desk.err()).isEqualTo(code);
    assertThat(desk.out() + desk.err()).contains(said).doesNotContain("\tat ", "Exception");
  }

  @Test
  void aTraceWithoutBoundsIsRefusedUnread() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("huge.jsonl").toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertThat(compare("huge.jsonl")).isEqualTo(3);
    assertThat(desk.err()).contains("larger than 256 MiB");
    desk.with("long.jsonl", "{\"event\":\"start\",\"seq\":1,\"x\":\"" + "y".repeat(33 << 20));
    assertThat(compare("long.jsonl")).isEqualTo(3);
    assertThat(desk.err()).contains("longer than 32 MiB");
  }

  @Test
  void aRecorderIsHandedOutOnce() {
    assertThat(desk.type("recorder", "r")).isZero();
    assertThat(new String(desk.bytes("planlock.R"), StandardCharsets.UTF_8))
        .contains("pl_start <- function(lock");
    assertThat(desk.type("recorder", "r")).isEqualTo(7);
    assertThat(desk.err()).contains("`planlock.R` is there already");
    assertThat(desk.type("recorder", "Python", "--out", "-")).isZero();
    assertThat(desk.out()).contains("def start(lock");
    assertThat(desk.type("recorder", "r", "--out", "none/p.R")).isEqualTo(5);
    assertThat(desk.type("recorder", "stata")).isEqualTo(2);
  }

  @Test
  void theNumbersOfTwoTracesAreHeldAgainstEachOther() {
    assertThat(compare("run/trace.jsonl", "--with", "run/trace.jsonl")).isZero();
    assertThat(desk.out()).contains("m1   coefficient   the same", "the plan states no tolerance");
    assertThat(compare("run/trace.jsonl", "--with", "run/trace.jsonl", "--json")).isZero();
    assertThat(desk.out()).contains("\"agreement\"");
    var whole = new String(desk.bytes("run/trace.jsonl"), StandardCharsets.UTF_8);
    desk.with(
        "other.jsonl", whole.replaceFirst("\"interceptValue\":[^,]+", "\"interceptValue\":1"));
    assertThat(compare("run/trace.jsonl", "--with", "other.jsonl")).isEqualTo(1);
    assertThat(desk.out())
        .contains("error[X590]: first difference of `m1`: coefficient, intercept");
    assertThat(compare("run/trace.jsonl", "--with", "nowhere.jsonl")).isEqualTo(5);
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThat(compare("nowhere.jsonl")).isEqualTo(5);
    assertThat(compare("run")).isEqualTo(3);
    assertThat(desk.type("compare", "nowhere.lock", "run/trace.jsonl")).isEqualTo(5);
    assertThat(desk.type("compare", "small.plan", "run/trace.jsonl")).isEqualTo(7);
    assertThat(desk.type("compare", "small.lock")).isEqualTo(2);
  }

  private int compare(String... words) {
    return desk.type(
        Stream.concat(Stream.of("compare", "small.lock"), Stream.of(words)).toArray(String[]::new));
  }

  private static Arguments damage(String what, int code, String said, UnaryOperator<String> how) {
    return Arguments.of(what, code, said, how);
  }

  /** The same without the events of a type, its lines numbered anew. */
  private static String without(String trace, String type) {
    return numbered(
        trace.lines().filter(line -> !line.startsWith("{\"event\":\"" + type + "\"")).toList());
  }

  private static String lateSetting(String trace) {
    var lines = new ArrayList<>(trace.lines().toList());
    lines.add("{\"event\":\"setting\",\"seq\":0,\"path\":\"plan.title\",\"value\":\"x\"}");
    return numbered(lines);
  }

  private static String reordered(String trace) {
    var lines = new ArrayList<>(trace.lines().toList());
    Collections.swap(lines, 3, 4);
    return String.join("\n", lines) + "\n";
  }

  private static String numbered(List<String> lines) {
    var text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i).replaceFirst("\"seq\":\\d+", "\"seq\":" + (i + 1))).append('\n');
    }
    return text.toString();
  }

  private static String table() {
    var text = new StringBuilder("rid,age,dose,before,after\n");
    for (int i = 1; i <= 20; i++) {
      text.append(
          "s%02d,%d,%d,%d,%d%n"
              .formatted(i, 20 + i * 7 % 31, i * 5 % 11, 40 + i % 6, 30 + i * 3 % 17));
    }
    return text.toString().replace("\r", "");
  }
}
