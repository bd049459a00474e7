package org.planlock.execution.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.execution.result.Results;
import org.planlock.execution.result.ResultsJson;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceSink;
import org.planlock.trace.TraceValue;
import org.planlock.trace.TraceWriter;

/** The files that others read: the same bytes everywhere, as their schemas describe them. */
final class SameBytesTest {
  private final Locale before = Locale.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  /** What one execution leaves behind. */
  private record Left(String results, String trace) {}

  @Test
  void areWrittenOnAnyNumberOfThreadsAndInAnyLanguage() throws IOException {
    var once = carriedOut(1);
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    for (int threads : List.of(1, 2, 3)) {
      assertThat(carriedOut(threads)).isEqualTo(once);
    }
  }

  @Test
  void describeTheMainAnalysisAsTheSchemasSay() throws IOException {
    var left = carriedOut(2);
    var schema = schema("results");
    assertThat(schema.validate(left.results(), InputFormat.JSON)).isEmpty();
    var lines = left.trace().lines().toList();
    var ofTrace = schema("trace");
    for (var line : lines) {
      assertThat(ofTrace.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
    assertThat(lines.get(0)).contains("\"event\":\"start\"");
    assertThat(lines.get(lines.size() - 1)).contains("\"event\":\"end\"");
  }

  @Test
  void carryWhatTheComparisonWithTheTraceCameTo() throws IOException {
    var results = request(new TraceMemory(), 2).results();
    var deviation =
        new TraceValue.Fields(
            Map.of("code", TraceValue.of("X504"), "path", TraceValue.of("models.m1.penalty")));
    var lost = Map.of("H1", new Results.Label("exploratory", List.of("X504")));
    var concluded = results.concluded("DEVIATES", "confirmatory", lost, List.of(deviation));
    var text = text(concluded);
    assertThat(schema("results").validate(text, InputFormat.JSON)).isEmpty();
    assertThat(text)
        .contains("\"verdict\": \"DEVIATES\"")
        .contains("\"label\": \"exploratory\"")
        .contains("\"labelLostTo\": [\"X504\"]");
  }

  @Test
  void failTheSchemaWhenAVerdictIsMisspelt() throws IOException {
    var misspelt =
        request(new TraceMemory(), 1)
            .results()
            .concluded("CONFORM", "exploratory", Map.of(), List.of());
    assertThat(schema("results").validate(text(misspelt), InputFormat.JSON)).isNotEmpty();
  }

  private Left carriedOut(int threads) throws IOException {
    var target = folder.resolve("trace.jsonl");
    Results results;
    try (var writer = TraceWriter.open(target)) {
      results = request(writer, threads).results();
      writer.commit();
    }
    return new Left(text(results), Files.readString(target, StandardCharsets.UTF_8));
  }

  private static Pending request(TraceSink sink, int threads) {
    var execution = Execution.of("ketamine-table", Execution.RCT);
    var drawn =
        execution
            .with("penalty.l1_ratio", "[0.5, 1.0]")
            .with(
                "models.arm_adjusted.validate.outer",
                "{not_applicable: one nested model is enough}")
            .with(
                "models.drug_specific.validate.outer",
                "{not_applicable: one nested model is enough}")
            .with(
                "models.ptsd_specific.validate.outer",
                "{not_applicable: one nested model is enough}")
            .with("models.ptsd_specific.validate.scheme", "k_fold 7")
            .with("models.ptsd_specific.validate.repeats", "2")
            .with("models.ptsd_specific.validate.seed", "plan_digest");
    return new Pending(drawn.requestTo(sink).onThreads(threads));
  }

  private record Pending(ExecutionRequest request) {
    Results results() {
      return PlanExecutor.execute(request).orThrow();
    }
  }

  private static String text(Results results) {
    return new String(ResultsJson.bytes(results), StandardCharsets.UTF_8);
  }

  private static Schema schema(String name) throws IOException {
    var path = "/org/planlock/schema/" + name + ".schema.json";
    try (var stream = SameBytesTest.class.getResourceAsStream(path)) {
      var text =
          new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }
  }
}
