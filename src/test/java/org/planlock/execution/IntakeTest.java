package org.planlock.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.execution.sample.DataIntake;
import org.planlock.execution.sample.DataRequest;
import org.planlock.execution.sample.Frame;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceWriter;

/** Tables taken in: what is recorded, what is refused, and what a person may accept. */
class IntakeTest {
  private static final String DIGEST =
      "e98cf2489849cd73944feafc30adb090e6321751438e1ec41a0ddb625e0b7fab";
  private static final String SMALL =
      """
      planlock: 1
      plan: {id: small, title: A small table}
      data:
        tables: [{name: people, file: people.csv, key: [id], missing: [NA]}]
        columns:
          - {name: age, table: people, type: number, range: [18, 70], unit: years}
      sample:
        order: id ascending
      models: {not_applicable: a table only}
      """;

  private final TraceMemory trace = new TraceMemory();

  private Checked<Frame> read(String plan, Path folder, Map<String, String> accepted) {
    var bound = Prepared.bind(plan);
    var request = new DataRequest(folder, accepted, Map.of("people.csv", "ab".repeat(32)));
    return new DataIntake(bound.plan(), new Places(bound), request, trace).read();
  }

  private static List<Rule> errors(Checked<?> checked) {
    return checked.diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::rule)
        .toList();
  }

  @Test
  void rowsStandInTheOrderOfCodePoints(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("people.csv"), "id,age\nb,20\na10,30\nA,40\na2,50\n");
    var frame = read(SMALL, folder, Map.of()).orThrow();
    assertThat(frame.participants()).containsExactly("A", "a10", "a2", "b");
    var backwards = SMALL.replace("id ascending", "age descending");
    assertThat(read(backwards, folder, Map.of()).orThrow().participants())
        .containsExactly("a2", "A", "a10", "b");
    var asWritten = SMALL.replace("id ascending", "file");
    assertThat(read(asWritten, folder, Map.of()).orThrow().participants())
        .containsExactly("b", "a10", "A", "a2");
  }

  @Test
  void whatLiesOutsideItsRangeMayBeAcceptedWithAReason(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("people.csv"), "id,age\na,20\nb,30\nc,71\n");
    assertThat(errors(read(SMALL, folder, Map.of()))).containsExactly(Rule.VALUE_OUT_OF_RANGE);
    var accepted = read(SMALL, folder, Map.of("age", "birthday during the study"));
    assertThat(accepted.isSound()).isTrue();
    var event = trace.trace("t").ofType(TraceEvents.CONTRACT).get(0);
    assertThat(event.text("column")).contains("age");
    assertThat(event.text("because")).contains("birthday during the study");
    assertThat(event.numbers("rows").orElseThrow()).containsExactly(4.0);
  }

  @Test
  void whatCannotBeReadIsNeverAccepted(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("people.csv"), "id,age\na,20\nb,thirty\nc,40\n");
    var read = read(SMALL, folder, Map.of("age", "never mind"));
    assertThat(errors(read)).containsExactly(Rule.CELL_NOT_A_NUMBER);
  }

  @Test
  void recordsTheDigestOfWhatItReadBesideTheLockedOne(@TempDir Path folder) throws IOException {
    // printf 'id,age\na,20\nb,30\nc,40\n' | sha256sum (GNU coreutils)
    Files.writeString(folder.resolve("people.csv"), "id,age\na,20\nb,30\nc,40\n");
    read(SMALL, folder, Map.of()).orThrow();
    var event = trace.trace("t").first(TraceEvents.DATA).orElseThrow();
    assertThat(event.text("sha256")).contains(DIGEST);
    assertThat(event.text("lockedSha256")).contains("ab".repeat(32));
    assertThat(event.whole("rows")).contains(3L);
  }

  @Test
  void aMissingTableIsNamedWithAllOthers(@TempDir Path folder) {
    var two = SMALL.replace("tables: [", "tables: [{name: more, file: more.csv, key: [id]}, ");
    assertThat(errors(read(two, folder, Map.of())))
        .containsExactly(Rule.FILE_MISSING, Rule.FILE_MISSING);
  }

  @Test
  void aTemplateThatNamesNoKeyCannotBeSpread(@TempDir Path folder) {
    var spread =
        SMALL.replace("key: [id], ", "key: [id, visit, measure], spread: [{column: v, as: v}], ");
    assertThat(errors(read(spread, folder, Map.of()))).containsExactly(Rule.UNUSABLE_KEY);
  }

  @Test
  void everyEventIsOneThatTheSchemaDescribes(@TempDir Path folder) throws IOException {
    var prepared = Prepared.of(Prepared.text("rct21-table"), Prepared.RCT);
    var analysed = prepared.sample().orThrow().analysed();
    var engine = prepared.engine();
    engine.design(prepared.spec("drug_specific"), Prepared.everybody(analysed)).orThrow();
    var file = folder.resolve("trace.jsonl");
    try (var writer = TraceWriter.open(file)) {
      prepared.trace.trace("t").events().forEach(writer::record);
      engine.stepEvents().forEach(writer::record);
      writer.commit();
    }
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema());
    var lines = Files.readAllLines(file);
    assertThat(lines).hasSizeGreaterThan(15);
    for (var line : lines) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }

  @Test
  void theRecordOfStepsIsTheSameOnAnyNumberOfThreads() {
    assertThat(steps(true)).isEqualTo(steps(false)).hasSizeGreaterThan(17);
  }

  private static List<Object> steps(boolean parallel) {
    var plan = Prepared.text("rct21-table").replace("using: analysis_set", "using: training_fold");
    var prepared = Prepared.of(plan, Prepared.RCT);
    var analysed = prepared.sample().orThrow().analysed();
    var engine = prepared.engine();
    var folds = IntStream.range(0, analysed.size());
    (parallel ? folds.parallel() : folds)
        .forEach(
            fold -> {
              var training =
                  analysed.stream().filter(id -> !id.equals(analysed.get(fold))).toList();
              var learning = new Learning(training, analysed, Optional.empty(), "" + (fold + 1));
              engine.design(prepared.spec("drug_agnostic"), learning);
            });
    return List.copyOf(engine.stepEvents());
  }

  private static String schema() throws IOException {
    try (var stream =
        TraceEvents.class.getResourceAsStream("/org/planlock/schema/trace.schema.json")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
