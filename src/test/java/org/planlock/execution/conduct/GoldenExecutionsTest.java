package org.planlock.execution.conduct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.plan.PlanBinder;
import org.planlock.report.GoldenFolder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/**
 * Small plans that cannot be carried out on the tables beside them, and what is said about each.
 */
final class GoldenExecutionsTest {
  private static final GoldenFolder GOLDEN =
      new GoldenFolder(Path.of("src/test/resources/golden/execute"), ".plan.yaml");

  static List<String> plans() throws IOException {
    return GOLDEN.names();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void saysExactlyWhatIsRecorded(String name) throws IOException {
    var plan =
        new YamlPlanReader()
            .read(SourceFile.of(name, GOLDEN.text(name)))
            .then(PlanBinder::bind)
            .orThrow();
    var found = new Execution(plan, GOLDEN.path()).carriedOut().diagnostics();
    GOLDEN.check(name, found);
    GoldenFolder.checkNamesake(name, found);
  }
}
