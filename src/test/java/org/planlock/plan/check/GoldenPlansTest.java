package org.planlock.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.PlanBinder;
import org.planlock.report.GoldenFolder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.yaml.YamlPlanReader;

/** Small plans with one mistake each, and exactly what is said about them. */
class GoldenPlansTest {
  private static final GoldenFolder GOLDEN =
      new GoldenFolder(Path.of("src/test/resources/golden/check"), ".plan.yaml");

  static List<String> plans() throws IOException {
    return GOLDEN.names();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void saysExactlyWhatIsRecorded(String name) throws IOException {
    GOLDEN.check(name, findings(name));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void findsTheMistakeThatTheFileIsNamedAfter(String name) throws IOException {
    GoldenFolder.checkNamesake(name, findings(name));
  }

  @Test
  void everyRuleOfWholePlansHasAGoldenPlan() throws IOException {
    var found = new TreeSet<String>();
    for (var name : plans()) {
      findings(name).forEach(finding -> found.add(finding.rule().code()));
    }
    var own =
        Arrays.stream(Rule.values())
            .map(Rule::code)
            .filter(code -> code.compareTo("P230") >= 0 && code.compareTo("P300") < 0)
            .toList();
    assertThat(own).hasSizeGreaterThan(50).allSatisfy(code -> assertThat(found).contains(code));
  }

  @Test
  void everyCheckIsAmongAllChecks() throws IOException {
    try (var files = Files.list(Path.of("src/main/java/org/planlock/plan/check"))) {
      var written =
          files
              .filter(GoldenPlansTest::isCheck)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(PlanChecks.ALL.stream().map(check -> check.getClass().getSimpleName()))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void everyCheckFindsSomethingInSomeGoldenPlan() throws IOException {
    var silent = new TreeSet<String>();
    PlanChecks.ALL.forEach(check -> silent.add(check.getClass().getSimpleName()));
    for (var name : plans()) {
      var facts = PlanFacts.of(PlanBinder.bind(tree(name)).orThrow());
      PlanChecks.ALL.stream()
          .filter(check -> check.find(facts).findAny().isPresent())
          .forEach(check -> silent.remove(check.getClass().getSimpleName()));
    }
    assertThat(silent).isEmpty();
  }

  private static boolean isCheck(Path file) {
    try {
      return Files.readString(file).contains("implements PlanCheck {");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Diagnostic> findings(String name) throws IOException {
    return PlanBinder.bind(tree(name)).map(PlanChecks::all).orThrow();
  }

  private static org.planlock.syntax.PlanNode.Mapping tree(String name) throws IOException {
    return new YamlPlanReader().read(SourceFile.of(name, GOLDEN.text(name))).orThrow();
  }
}
