package org.planlock.deviation;

import static org.planlock.fuzz.Fuzzed.require;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.fuzz.Fuzzed;
import org.planlock.fuzz.Seeds;
import org.planlock.source.Span;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceFile;
import org.planlock.trace.TraceWriter;

/** Any bytes as the trace of an analysis, held against a plan by every detector. */
class TraceFuzzTest {
  private static final SmallStudy STUDY = SmallStudy.conforming();

  static Stream<Arguments> seeds() throws IOException {
    return Stream.of(Seeds.seed("conforming", written()));
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void isReadOrRefused(byte[] bytes) {
    Fuzzed.quickly(() -> tryOut(bytes));
  }

  private static void tryOut(byte[] bytes) {
    var read = Fuzzed.reported(TraceFile.parse(bytes, "trace.jsonl"));
    read.value().filter(trace -> !trace.events().isEmpty()).ifPresent(TraceFuzzTest::judge);
  }

  private static void judge(Trace trace) {
    var report =
        DeviationReport.of(
            new Evidence(SmallStudy.bind(SmallStudy.PLAN), STUDY.evidence().lock(), trace));
    for (var deviation : report.deviations()) {
      require(!deviation.path().isBlank(), "a deviation from nothing");
      Fuzzed.reported(List.of(deviation.diagnostic(Span.none("small.yaml"), "trace.jsonl")));
    }
  }

  private static byte[] written() throws IOException {
    var folder = Files.createTempDirectory("trace");
    var file = folder.resolve("trace.jsonl");
    try (var writer = TraceWriter.open(file)) {
      STUDY.events().forEach(writer::record);
      writer.commit();
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}
