package org.planlock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.planlock.report.DiagnosticText;
import org.planlock.report.Style;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/**
 * What people read when a plan cannot be bound; {@code -Dgolden.update=true} writes the files anew.
 */
class BinderGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/bind");

  @TestFactory
  List<DynamicTest> everyPlanIsReportedAsRecorded() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".plan.yaml"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)))
          .toList();
    }
  }

  private static void compare(Path file) throws IOException {
    var recorded = Path.of(file.toString().replace(".plan.yaml", ".errors"));
    var bound =
        new YamlPlanReader()
            .read(SourceFile.of(file.getFileName().toString(), Files.readString(file)))
            .then(PlanBinder::bind);
    var found = new DiagnosticText(Style.PLAIN).of(bound.diagnostics());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(recorded, found);
    }
    assertThat(bound.isSound()).isFalse();
    assertThat(found).isEqualTo(Files.readString(recorded));
  }
}
