package org.planlock.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.report.GoldenFolder;

/** What is said of traces that cannot be read. */
class GoldenTracesTest {
  private static final GoldenFolder GOLDEN =
      new GoldenFolder(Path.of("src/test/resources/golden/trace"), ".jsonl");

  static List<String> traces() throws IOException {
    return GOLDEN.names();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void saysExactlyWhatIsRecorded(String name) throws IOException {
    var found = TraceFile.parse(GOLDEN.bytes(name), name).diagnostics();
    GOLDEN.check(name, found);
    GoldenFolder.checkNamesake(name, found);
  }
}
