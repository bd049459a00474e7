package org.planlock.lock.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Json;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.ledger.Bodies;
import org.planlock.source.Span;

/** Lines, and every way in which a line is not one. */
class LedgerEntryTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  static List<EntryBody> bodies() {
    return Bodies.oneOfEach();
  }

  @Test
  void isOneCanonicalLine() {
    var entry =
        new LedgerEntry(0, LedgerEntry.NOTHING_BEFORE, NOON, "Ada", new Beginning("a.example/b"));
    assertThat(new String(entry.line(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"actor\":\"Ada\",\"body\":{\"study\":\"a.example/b\"},\"prev\":\""
                + "0".repeat(64)
                + "\",\"seq\":0,\"time\":\"2026-03-02T12:00:00Z\",\"type\":\"init\",\"v\":1}");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void isReadAsItWasWritten(EntryBody body) {
    var entry = entry(body);
    assertThat(read(entry.line()).orThrow()).isEqualTo(entry);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void wantsEveryMemberThatIsNotOptional(EntryBody body) {
    for (var key : body.json().members().keySet()) {
      var less = new HashMap<>(body.json().members());
      less.remove(key);
      var read = read(line(body.type().word(), new Json.Fields(less)));
      if (!read.isSound()) {
        assertThat(messages(read)).containsExactly("`body` lacks `" + key + "`");
      } else {
        assertThat(
                List.of(
                    "plan",
                    "authority",
                    "lock",
                    "keyCommit",
                    "release",
                    "results",
                    "trace",
                    "verdict",
                    "holder",
                    "reason"))
            .as(key)
            .anyMatch(key::equals);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void refusesEveryMemberOfAnotherShape(EntryBody body) {
    for (var key : body.json().members().keySet()) {
      for (var other : List.of(new Json.Truth(true), new Json.Number(-1), new Json.Text(""))) {
        var changed = new HashMap<>(body.json().members());
        changed.put(key, other);
        var read = read(line(body.type().word(), new Json.Fields(changed)));
        assertThat(messages(read))
            .as("%s of %s", key, other)
            .singleElement()
            .asString()
            .startsWith("`body." + key + "` is not ");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void refusesWhatNobodyWants(EntryBody body) {
    var more = new HashMap<>(body.json().members());
    more.put("extra", new Json.Truth(true));
    more.put("\u202e", new Json.Truth(true));
    more.put("x".repeat(200), new Json.Truth(true));
    assertThat(messages(read(line(body.type().word(), new Json.Fields(more)))))
        .containsExactlyInAnyOrder(
            "`body` cannot have `extra`",
            "`body` cannot have something unprintable",
            "`body` cannot have something unprintable");
  }

  @Test
  void findsAllFaultsAtOnce() {
    var object = new HashMap<>(object("lock", new Json.Fields(Map.of())));
    object.remove("actor");
    object.put("time", new Json.Text("yesterday"));
    object.put("seq", new Json.Text("1"));
    object.put("prev", new Json.Text("abc"));
    assertThat(messages(read(JsonWriter.bytes(new Json.Fields(object)))))
        .containsExactly(
            "`entry.time` is not a time in UTC",
            "`entry.seq` is not a whole number from 0 to 2^53 - 1",
            "`entry.prev` is not a digest of 64 hexadecimal digits",
            "`entry` lacks `actor`",
            "`body` lacks `lock`",
            "`body` lacks `copy`",
            "`body` lacks `planId`");
  }

  @Test
  void findsFaultsWithin() {
    var file = new Json.Fields(Map.of("path", new Json.Text("a"), "bytes", new Json.Number(0.5)));
    var body = new Json.Fields(Map.of("files", new Json.Items(List.of(file))));
    assertThat(messages(read(line("seal", body))))
        .containsExactly(
            "`body.files` lacks `sha256`",
            "`body.files.bytes` is not a whole number from 0 to 2^53 - 1");
  }

  @Test
  void saysWhichTypeIsMeant() {
    var read = read(line("execute-strat", Bodies.start(Bodies.FIRST).json()));
    assertThat(messages(read)).containsExactly("there is no type of entry `execute-strat`");
    assertThat(read.diagnostics().get(0).notes()).containsExactly("`execute-start` is the nearest");
    assertThat(read(line("xyzzy", new Json.Fields(Map.of()))).diagnostics().get(0).notes())
        .isEmpty();
  }

  @Test
  void doesNotJudgeABodyOfNoType() {
    var object = new HashMap<>(object("lock", new Json.Fields(Map.of())));
    object.put("type", new Json.Truth(true));
    assertThat(messages(read(JsonWriter.bytes(new Json.Fields(object))))).hasSize(1);
    object.put("type", new Json.Text("lock"));
    object.put("body", new Json.Truth(true));
    assertThat(messages(read(JsonWriter.bytes(new Json.Fields(object)))))
        .containsExactly("`entry.body` is not an object");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T12:00:00.000Z",
    "2026-03-02T12:00Z",
    "2026-03-02T13:00:00+01:00",
    "2026-03-02t12:00:00z"
  })
  void refusesATimeThatItWouldWriteOtherwise(String time) {
    var object = new HashMap<>(object("init", Bodies.beginning().json()));
    object.put("time", new Json.Text(time));
    assertThat(read(JsonWriter.bytes(new Json.Fields(object))).isSound()).isFalse();
  }

  @Test
  void tellsANewerVersionFromOneThatNeverWas() {
    assertThat(rules(read(version(2)))).containsExactly(Rule.LEDGER_TOO_NEW);
    assertThat(rules(read(version(0)))).containsExactly(Rule.LEDGER_DAMAGED);
    assertThat(rules(read(version(-1)))).containsExactly(Rule.LEDGER_DAMAGED);
  }

  @Test
  void refusesOtherSpellingsOfTheSame() {
    var line = new String(entry(Bodies.beginning()).line(), StandardCharsets.UTF_8);
    for (var other :
        List.of(
            line.replace("{\"actor\"", "{ \"actor\""),
            line.replace("\"v\":1", "\"v\":1.0"),
            line.replace("Ada", "\\u0041da"),
            line.replace("\"v\":1", "\"v\":1,\"v\":1"),
            line + " ",
            "[" + line + "]",
            "\"" + "\"",
            "")) {
      assertThat(rules(read(other.getBytes(StandardCharsets.UTF_8))))
          .as(other)
          .containsExactly(Rule.LEDGER_DAMAGED);
    }
  }

  @Test
  void refusesALineThatIsTooLongOrHasHiddenCharacters() {
    assertThat(messages(read(new byte[LedgerEntry.LONGEST + 1])))
        .containsExactly("this line is longer than 1024 KiB");
    for (var actor : List.of("Ad\u200ba", "\u0007", "a".repeat(4001), " ")) {
      var line = new LedgerEntry(0, Bodies.FIRST, NOON, actor, Bodies.beginning()).line();
      assertThat(read(line).isSound()).as(actor).isFalse();
    }
  }

  @Test
  void keepsListsOfFilesApart() {
    var files = new ArrayList<>(List.of(Bodies.file()));
    var start = new ExecutionStart(Bodies.FIRST, files);
    files.clear();
    assertThat(start.data()).hasSize(1);
  }

  private static byte[] version(int version) {
    var object = new HashMap<>(object("init", Bodies.beginning().json()));
    object.put("v", new Json.Number(version));
    return JsonWriter.bytes(new Json.Fields(object));
  }

  private static LedgerEntry entry(EntryBody body) {
    return new LedgerEntry(3, Bodies.FIRST, NOON, "Ada", body);
  }

  private static byte[] line(String type, Json.Fields body) {
    return JsonWriter.bytes(new Json.Fields(object(type, body)));
  }

  private static Map<String, Json> object(String type, Json.Fields body) {
    return Map.of(
        "v", new Json.Number(1),
        "seq", new Json.Number(3),
        "prev", new Json.Text(Bodies.FIRST.hex()),
        "type", new Json.Text(type),
        "time", new Json.Text("2026-03-02T12:00:00Z"),
        "actor", new Json.Text("Ada"),
        "body", body);
  }

  private static Checked<LedgerEntry> read(byte[] line) {
    return LedgerEntry.read(line, Span.none("ledger.jsonl:4"));
  }

  private static List<String> messages(Checked<?> read) {
    return read.diagnostics().stream().map(Diagnostic::message).toList();
  }

  private static List<Rule> rules(Checked<?> read) {
    return read.diagnostics().stream().map(Diagnostic::rule).toList();
  }
}
