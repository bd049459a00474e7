package org.planlock.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/** Plans that the project itself shows or executes contain no mistake. */
class ProjectPlansTest {
  @ParameterizedTest
  @MethodSource("plans")
  void containNoError(Path file) throws IOException {
    var source = SourceFile.of(file.toString(), Files.readString(file));
    var bound = new YamlPlanReader().read(source).then(PlanBinder::bind).orThrow();
    assertThat(PlanChecks.all(bound)).noneMatch(Diagnostic::isError);
  }

  static Stream<Path> plans() throws IOException {
    var roots =
        Stream.of("examples", "plans", "src/test/resources/plans", "src/test/resources/targets");
    return roots.flatMap(ProjectPlansTest::yaml).toList().stream();
  }

  private static Stream<Path> yaml(String root) {
    try (var files = Files.walk(Path.of(root))) {
      return files.filter(f -> f.toString().endsWith(".plan.yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
