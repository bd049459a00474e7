package org.planlock.examples;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.Execution;
import org.planlock.LockedStudy;
import org.planlock.cli.Desk;
import org.planlock.cli.ScriptedStudy;
import org.planlock.diagnostic.Rule;

/** The programs that the README shows, as they stand there. */
class HostExampleTest {
  private static final Path JAVA = Path.of("src/test/java/org/planlock/examples/HostExample.java");
  private static final Path GROOVY = Path.of("src/test/resources/examples/host.groovy");

  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void lockAPlan() {
    desk = ScriptedStudy.at(folder);
  }

  @Test
  void theProgramInJavaIsJudgedLikeAnExecution() throws IOException {
    var execution = HostExample.analyse(lock(), data(), folder.resolve("java"));
    assertThat(codes(execution)).containsExactly("X512", "X512", "X510");
    assertThat(execution.judgement().undeclared()).hasSize(1);
    assertThat(folder.resolve("java")).isDirectoryContaining("glob:**results.json");
    assertThat(desk.type("verify", "study.lock", "--result", "java/results.json"))
        .as(desk.out() + desk.err())
        .isZero();
    assertThat(Files.readString(folder.resolve(".planlock/ledger.jsonl")))
        .contains("execute-start", "\"verdict\":\"DEVIATES\"");
  }

  @Test
  void theProgramInGroovyGivesTheSameNumbers() throws IOException {
    var inJava = HostExample.analyse(lock(), data(), folder.resolve("java"));
    var binding = new Binding();
    binding.setVariable("lock", lock());
    binding.setVariable("data", data());
    binding.setVariable("out", folder.resolve("groovy"));
    var inGroovy = (Execution) new GroovyShell(binding).evaluate(Files.readString(GROOVY));
    assertThat(codes(inGroovy)).isEqualTo(codes(inJava));
    assertThat(inGroovy.results().models()).isEqualTo(inJava.results().models());
  }

  @Test
  void theReadmeShowsThesePrograms() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var java = Files.readString(JAVA);
    var snippet =
        java.substring(java.indexOf("// begin\n") + 9, java.indexOf("    // end"))
            .lines()
            .map(line -> line.replaceFirst("^ {4}", ""))
            .collect(Collectors.joining("\n"));
    assertThat(readme).contains(snippet).contains(Files.readString(GROOVY));
    assertThat(snippet.lines()).hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void aProgramThatFailsEndsItsExecutionAndLeavesNothing() throws IOException {
    var study = LockedStudy.open(lock(), data()).orThrow();
    var unknown =
        study.analyse(
            folder.resolve("run"),
            InstantSource.system(),
            "Ana",
            analysis -> {
              analysis.sample();
              analysis.prepare();
              analysis.fit("bth");
            });
    assertThat(unknown.diagnostics()).extracting(d -> d.rule()).containsExactly(Rule.UNKNOWN_MODEL);
    assertThat(unknown.diagnostics().get(0).span().place()).startsWith("HostExampleTest.java:");
    org.assertj.core.api.Assertions.assertThatIllegalStateException()
        .isThrownBy(
            () ->
                study.analyse(
                    folder.resolve("run"),
                    InstantSource.system(),
                    "Ana",
                    analysis -> {
                      throw new IllegalStateException("a mistake of the program");
                    }));
    assertThat(folder.resolve("run")).doesNotExist();
    var ledger = Files.readAllLines(folder.resolve(".planlock/ledger.jsonl"));
    assertThat(ledger.stream().filter(line -> line.contains("\"outcome\":\"failed\""))).hasSize(2);
    assertThat(desk.files()).noneMatch(name -> name.contains("run"));
  }

  @Test
  void valuesAndDeviationsCanBeAskedForOnTheWay() {
    var study = LockedStudy.open(lock(), data()).orThrow();
    var done =
        study.analyse(
            folder.resolve("run"),
            InstantSource.system(),
            "Ana",
            analysis -> {
              analysis.sample(s -> s.leaveOut("s05", "fell asleep"));
              assertThat(analysis.participants()).hasSize(19).doesNotContain("s05");
              assertThat(analysis.deviations()).hasSize(1);
              assertThat(analysis.columns()).contains("motion", "change");
              assertThat(analysis.column("dose").get(3)).isNaN();
              assertThat(analysis.rows().get(0).text("arm")).isEqualTo("placebo");
              analysis.prepare();
              assertThat(analysis.prepared("dose")).hasSize(19).noneMatch(v -> v.isNaN());
              var model = analysis.fit("both");
              assertThat(model.cv().orElseThrow().error()).isPositive();
              analysis.skip("models.clinical", "nobody asked");
              assertThat(analysis.deviations()).hasSize(2);
            });
    assertThat(codes(done.orThrow())).containsExactly("X512", "X509", "X526");
  }

  private Path lock() {
    return folder.resolve("study.lock");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private static List<String> codes(Execution execution) {
    return execution.judgement().deviations().stream().map(d -> d.rule().code()).toList();
  }
}
