package org.planlock.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Rule;

class TraceTest {
  private static final String SHA = "5b0c".repeat(16);
  private static final List<TraceEvent> EVENTS =
      List.of(
          TraceEvent.of(TraceEvents.START)
              .with("format", TraceEvents.FORMAT)
              .with(
                  "tool",
                  TraceValue.fields(
                      Map.of("name", TraceValue.of("planlock"), "version", TraceValue.of("0.1"))))
              .with("semantics", 1)
              .with("plan", "sha256:" + SHA)
              .without("lock")
              .with("label", "exploratory"),
          TraceEvent.of(TraceEvents.ENROLLED)
              .withTexts("ids", List.of("sub-01", "sub-\"02\"", "漢\ud83e\udde0\n")),
          TraceEvent.of(TraceEvents.CV)
              .with("model", "m1")
              .with("l1Ratio", 0.1)
              .withNumbers("lambda", 1, 0.1, 1e-9)
              .withNumbers("mse", 3.25, Double.NaN, Double.POSITIVE_INFINITY),
          TraceEvent.of("wavelet").with("unheard", true),
          TraceEvent.of(TraceEvents.END));

  @TempDir Path folder;

  @Test
  void writesWhatItReads() throws IOException {
    var path = folder.resolve("trace.jsonl");
    write(path, EVENTS);
    var trace = TraceFile.read(path).orThrow();
    assertThat(trace.events()).isEqualTo(memory().events());
    assertThat(trace.isComplete()).isTrue();
    assertThat(folder)
        .isDirectoryContaining(f -> f.equals(path))
        .isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void writesOneLineAnEventWithShortestDecimals() throws IOException {
    var path = folder.resolve("trace.jsonl");
    write(path, EVENTS);
    assertThat(Files.readAllLines(path, StandardCharsets.UTF_8))
        .hasSize(5)
        .contains(
            "{\"event\":\"cv\",\"seq\":3,\"model\":\"m1\",\"l1Ratio\":0.1,\"lambda\":[1,0.1,1e-9],"
                + "\"mse\":[3.25,null,null]}");
  }

  @Test
  void answersTypedQuestions() {
    var trace = memory();
    var cv = trace.ofType(TraceEvents.CV, "model", "m1").get(0);
    assertThat(cv.number("l1Ratio")).contains(0.1);
    assertThat(cv.numbers("mse")).contains(List.of(3.25, Double.NaN, Double.NaN));
    assertThat(cv.text("l1Ratio")).isEmpty();
    assertThat(cv.whole("l1Ratio")).isEmpty();
    assertThat(cv.texts("lambda")).isEmpty();
    assertThat(trace.ofType(TraceEvents.CV, "model", "m2")).isEmpty();
    assertThat(trace.first("wavelet").flatMap(e -> e.truth("unheard"))).contains(true);
    assertThat(trace.first(TraceEvents.ENROLLED).flatMap(e -> e.texts("ids")).orElseThrow())
        .hasSize(3);
    assertThat(trace.first(TraceEvents.ENROLLED).flatMap(e -> e.numbers("ids"))).isEmpty();
    assertThat(
            trace
                .first(TraceEvents.START)
                .flatMap(e -> e.object("tool"))
                .flatMap(t -> t.text("name")))
        .contains("planlock");
    assertThat(trace.first(TraceEvents.START).flatMap(e -> e.whole("semantics"))).contains(1L);
    assertThat(trace.place(cv).place()).isEqualTo("trace.jsonl:3");
  }

  @Test
  void leavesNothingBehindWithoutACommit() throws IOException {
    var path = folder.resolve("trace.jsonl");
    Files.writeString(path, "old");
    try (var writer = TraceWriter.open(path)) {
      EVENTS.forEach(writer::record);
    }
    assertThat(path).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(path));
  }

  @Test
  void writesLinesLongerThanItsBuffer() throws IOException {
    var path = folder.resolve("trace.jsonl");
    var wide = TraceEvent.of("wide").with("text", "x".repeat(300_000));
    write(path, List.of(EVENTS.get(0), wide, wide));
    assertThat(TraceFile.read(path).orThrow().events().get(2).text("text").orElseThrow())
        .hasSize(300_000);
  }

  @Test
  void reportsEveryTruncation() throws IOException {
    var path = folder.resolve("trace.jsonl");
    write(path, EVENTS);
    var bytes = Files.readAllBytes(path);
    for (int length = 0; length < bytes.length; length++) {
      var checked = TraceFile.parse(Arrays.copyOf(bytes, length), "trace.jsonl");
      boolean isSound = checked.isSound() && checked.value().orElseThrow().isComplete();
      assertThat(isSound).as("first %d bytes", length).isFalse();
    }
  }

  @Test
  void keepsTheEventsBeforeATornLine() {
    var text = TraceLine.of(EVENTS.get(0).numbered(1)) + "\n{\"event\":\"en";
    var checked = TraceFile.parse(text.getBytes(StandardCharsets.UTF_8), "trace.jsonl");
    assertThat(checked.diagnostics()).extracting(d -> d.rule()).containsExactly(Rule.TRACE_TORN);
    assertThat(checked.diagnostics().get(0).span().place()).isEqualTo("trace.jsonl:2");
    assertThat(checked.value().orElseThrow().events()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"start\",\"seq\":1,\"format\":\"planlock-trace/2\"} | TRACE_TOO_NEW",
        "{\"event\":\"start\",\"seq\":1,\"format\":\"other/1\"} | TRACE_DAMAGED",
        "{\"event\":\"start\",\"seq\":1} | TRACE_DAMAGED",
        "{\"event\":\"end\",\"seq\":1,\"format\":\"planlock-trace/1\"} | TRACE_DAMAGED",
        "{\"event\":\"start\",\"seq\":2,\"format\":\"planlock-trace/1\"} | TRACE_DAMAGED",
        "{\"event\":\"start\",\"event\":\"start\",\"seq\":1,\"format\":\"planlock-trace/1\"} | TRACE_DAMAGED",
        "{\"event\":\"start\",\"seq\":1,\"x\":NaN,\"format\":\"planlock-trace/1\"} | TRACE_DAMAGED",
        "{\"event\":\"start\",\"seq\":1,\"x\":1e999,\"format\":\"planlock-trace/1\"} | TRACE_DAMAGED",
        "{\"event\":\"start\",\"seq\":1,\"format\":\"planlock-trace/1\"} {} | TRACE_DAMAGED",
        "[] | TRACE_DAMAGED",
        "{} | TRACE_DAMAGED",
        "<html> | TRACE_DAMAGED"
      })
  void refusesWhatIsNoTrace(String line, Rule rule) {
    var checked = TraceFile.parse((line + "\n").getBytes(StandardCharsets.UTF_8), "trace.jsonl");
    assertThat(checked.diagnostics()).extracting(d -> d.rule()).containsExactly(rule);
  }

  @Test
  void refusesFilesThatAreNone() {
    assertThat(TraceFile.read(folder).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.NOT_A_REGULAR_FILE);
    assertThat(TraceFile.read(folder.resolve("none")).diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.FILE_MISSING);
    assertThat(TraceFile.parse(new byte[] {(byte) 0xff}, "t").diagnostics())
        .extracting(d -> d.rule())
        .containsExactly(Rule.NOT_UTF8);
  }

  @Test
  void refusesLinesNestedBeyondMeasure() {
    var line = "{\"event\":\"start\",\"seq\":1,\"x\":" + "[".repeat(100_000) + "\n";
    assertThat(TraceFile.parse(line.getBytes(StandardCharsets.UTF_8), "t").isSound()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "seq"})
  void keepsItsOwnFieldsForItself(String name) {
    assertThatThrownBy(() -> TraceEvent.of("x").with(name, "y"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesWhatTheSchemaDescribes() throws IOException {
    var schema = schema();
    for (var event : memory().events()) {
      assertThat(schema.validate(TraceLine.of(event), InputFormat.JSON)).as(event.type()).isEmpty();
    }
    var broken = TraceLine.of(EVENTS.get(2).with("mse", "none").numbered(3));
    assertThat(schema.validate(broken, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void describesEveryEventInTheSchema() throws IOException {
    var schema = resource();
    var words =
        Arrays.stream(TraceEvents.class.getDeclaredFields())
            .filter(f -> Modifier.isPublic(f.getModifiers()) && !f.getName().equals("FORMAT"))
            .map(f -> f.getName().toLowerCase(java.util.Locale.ROOT))
            .toList();
    assertThat(words)
        .hasSize(26)
        .allSatisfy(word -> assertThat(schema).contains("\"$ref\": \"#/$defs/" + word + "\""));
  }

  private static com.networknt.schema.Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(resource());
  }

  private static String resource() throws IOException {
    try (var stream =
        TraceEvents.class.getResourceAsStream("/org/planlock/schema/trace.schema.json")) {
      return new String(
          java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Trace memory() {
    var memory = new TraceMemory();
    EVENTS.forEach(memory::record);
    return memory.trace("trace.jsonl");
  }

  private static void write(Path path, List<TraceEvent> events) throws IOException {
    try (var writer = TraceWriter.open(path)) {
      events.forEach(writer::record);
      writer.commit();
    }
  }
}
