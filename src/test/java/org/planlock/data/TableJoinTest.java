package org.planlock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Tables joined by participant and session. */
class TableJoinTest {
  private static final Span ASKED = Span.none("plan");
  private static final TableFormat NA = TableFormat.plain().withMissing("n/a");
  private static final TableRule PEOPLE = TableRule.of("people", "people.tsv", NA, "id");
  private static final TableRule SCORES = TableRule.of("scores", "scores.tsv", NA, "id", "ses");
  private static final String THREE = "id age\na 1\nb 2\nc 3\n";

  private static TableInput input(TableRule rule, String text) {
    var bytes = text.replace(' ', '\t').getBytes(StandardCharsets.UTF_8);
    return TableInput.of(rule, TableReader.read(rule.path(), bytes, rule.format()).orThrow());
  }

  private static Checked<Dataset> join(List<String> sessions, TableInput... inputs) {
    var rules = List.of(inputs).stream().map(TableInput::rule).toList();
    return new DatasetReader(rules).withSessions(sessions).join(List.of(inputs));
  }

  @Test
  void joinsByIdAndNeverByPosition() {
    var data =
        join(
                List.of(),
                input(PEOPLE, THREE),
                input(SCORES, "ses id x\npost c 6\npre a 1\npost a 4\npre c 3\n"))
            .orThrow();
    var x = data.numbers(data.find("x", ASKED).orThrow()).orThrow();
    assertThat(data.participants()).containsExactly("a", "b", "c");
    assertThat(data.sessions()).containsExactly("post", "pre");
    assertThat(x.values("pre")).containsExactly(1, Double.NaN, 3);
    assertThat(x.at("c", "post")).isEqualTo(6);
    assertThat(x.place("c", "post").orElseThrow().place()).isEqualTo("scores.tsv:2:8");
    assertThat(x.place("b", "post")).isEmpty();
    assertThat(data.report().absent())
        .containsExactly(
            new JoinReport.AbsentRow("scores", "b", Optional.of("post")),
            new JoinReport.AbsentRow("scores", "b", Optional.of("pre")));
    assertThatIllegalArgumentException().isThrownBy(() -> x.at("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> x.at("z", "pre"));
  }

  @Test
  void givesEveryRowOfAnotherSessionItsReason() {
    var scores = input(SCORES, "id ses x\na pre 1\na late 9\nb pre 2\nc pre 3\n");
    var data = join(List.of("pre"), input(PEOPLE, THREE), scores).orThrow();
    assertThat(data.report().unused())
        .containsExactly(
            new JoinReport.UnusedRow("scores", 3, "a", "the plan has no session `late`"));
    Golden.check(
        "62-unknown-session", join(List.of("base"), input(PEOPLE, THREE), scores).diagnostics());
  }

  @Test
  void spreadsATableOfMeasures() {
    var rule =
        TableRule.of("m", "m.tsv", NA, "id", "ses", "measure")
            .withSpreads(new SpreadRule("raw", "(measure)"), new SpreadRule("fd", "fd_(measure)"));
    var text =
        "id ses measure raw fd\na pre u 1 .1\na pre v 2 .2\nb pre u n/a .3\nc pre u 4 .4\na post u 5 .5\n";
    var data = join(List.of(), input(PEOPLE, THREE), input(rule, text)).orThrow();
    assertThat(data.matching("m", "*"))
        .extracting(ColumnId::column)
        .containsExactly("u", "v", "fd_u", "fd_v");
    var u = data.numbers(data.find("u", ASKED).orThrow()).orThrow();
    assertThat(u.values("pre")).containsExactly(1, Double.NaN, 4);
    assertThat(u.values("post")).containsExactly(5, Double.NaN, Double.NaN);
    var fd = data.numbers(data.find("m.fd_v", ASKED).orThrow()).orThrow();
    assertThat(fd.values("pre")).containsExactly(0.2, Double.NaN, Double.NaN);
  }

  @Test
  void spreadsATableWithoutSessions() {
    var rule =
        TableRule.of("m", "m.tsv", NA, "id", "measure")
            .withSpreads(new SpreadRule("raw", "x_(measure)"));
    var data =
        join(List.of(), input(PEOPLE, THREE), input(rule, "id measure raw\na u 1\nb u 2\nc v 3\n"))
            .orThrow();
    assertThat(data.numbers(new ColumnId("m", "x_u")).orThrow().values())
        .containsExactly(1, 2, Double.NaN);
  }

  @Test
  void refusesSpreadsThatMakeOneName() {
    var rule =
        TableRule.of("m", "m.tsv", NA, "id", "measure")
            .withSpreads(new SpreadRule("raw", "(measure)"), new SpreadRule("fd", "(measure)"));
    var read = join(List.of(), input(PEOPLE, THREE), input(rule, "id measure raw fd\na u 1 2\n"));
    Golden.check("spread-clash", read.diagnostics());
  }

  @Test
  void refusesAParticipantTwice() {
    Golden.check(
        "62-participant-twice",
        join(List.of(), input(PEOPLE, THREE + "b 5\nc 6\nb 7\n")).diagnostics());
    var scores = input(SCORES, "id ses x\na pre 1\na pre 1\n");
    Golden.check("62-session-twice", join(List.of(), input(PEOPLE, THREE), scores).diagnostics());
  }

  @Test
  void refusesParticipantsThatTheFirstTableLacks() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      lines.add("x" + i + " pre 1\n");
    }
    var scores = input(SCORES, "id ses x\na pre 1\n" + String.join("", lines));
    Golden.check(
        "62-other-participants", join(List.of(), input(PEOPLE, THREE), scores).diagnostics());
  }

  @Test
  void hintsAtIdsThatDifferInZerosOrPrefixAndGuessesNothing() {
    var padded = input(PEOPLE, "id age\n001 1\n002 2\n003 3\n");
    Golden.check(
        "63-leading-zeros",
        join(List.of(), padded, input(SCORES, "id ses x\n1 pre 1\n")).diagnostics());
    var bids = input(PEOPLE, "id age\nsub-01 1\nsub-02 2\nsub-03 3\n");
    Golden.check(
        "63-prefix", join(List.of(), bids, input(SCORES, "id ses x\n01 pre 1\n")).diagnostics());
  }

  @Test
  void refusesRowsWithoutKey() {
    var read =
        join(
            List.of(),
            input(PEOPLE, THREE + "n/a 4\n"),
            input(SCORES, "id ses x\na  1\nb pre 2\n"));
    Golden.check("key-missing", read.diagnostics());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void refusesFewerThanThreeParticipants(int n) {
    var text = List.of("id age\n", "a 1\n", "b 2\n").subList(0, n + 1);
    var read = join(List.of(), input(PEOPLE, String.join("", text)));
    assertThat(read.isSound()).isFalse();
    Golden.check("59-n-" + n, read.diagnostics());
  }

  @Test
  void asksWhichTableIsMeant() {
    var other = input(TableRule.of("visits", "visits.tsv", NA, "id"), "id age\na 1\nb 2\nc 3\n");
    var data = join(List.of(), input(PEOPLE, THREE), other).orThrow();
    Golden.check("ambiguous-column", data.find("age", ASKED).diagnostics());
    Golden.check("unknown-column", data.find("agee", ASKED).diagnostics());
    assertThat(data.find("visits.age", ASKED).orThrow()).isEqualTo(new ColumnId("visits", "age"));
    assertThat(data.find("visits", "age", ASKED).orThrow())
        .isEqualTo(new ColumnId("visits", "age"));
    var declared = input(PEOPLE.withColumns(ColumnRule.number("age")), THREE);
    var clear = join(List.of(), declared, other).orThrow();
    assertThat(clear.find("age", ASKED).orThrow()).isEqualTo(new ColumnId("people", "age"));
  }

  @Test
  void readsUndeclaredColumnsOnDemand() {
    var data = join(List.of(), input(PEOPLE, "id age site\na 1 x\nb NA y\nc 3 z\n")).orThrow();
    assertThat(data.numbers(new ColumnId("people", "age")).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.UNDECLARED_MISSING);
    assertThat(data.texts(new ColumnId("people", "site")).orThrow().at("b")).contains("y");
  }

  @Test
  void keepsTablesThatAreNotAboutParticipants() {
    var design = TableRule.of("design", "design.tsv", NA);
    var data = join(List.of(), input(PEOPLE, THREE), input(design, "onset\n1\n2\n")).orThrow();
    assertThat(data.table("design").orElseThrow().rows()).isEqualTo(2);
    assertThat(data.columns()).containsExactly(new ColumnId("people", "age"));
    assertThat(join(List.of(), input(design, "onset\n1\n")).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.NO_PARTICIPANTS_TABLE);
  }

  @Test
  void reportsEveryTableThatCannotBeReadAndStillChecksTheOthers(@TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("people.tsv"), "id\tage\na\tx\nb\t2\na\t3\n");
    var people = PEOPLE.withColumns(ColumnRule.number("age"));
    var outside = TableRule.of("far", "../far.tsv", NA, "id");
    var described = TableRule.of("more", "people.tsv", NA, "id").withDictionary("gone.json");
    var read = new DatasetReader(List.of(people, SCORES, outside, described)).read(folder);
    Golden.check("several-tables", read.diagnostics());
  }
}
