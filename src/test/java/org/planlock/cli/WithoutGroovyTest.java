package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of their own: what they load, and how a script can end one. */
class WithoutGroovyTest {
  @TempDir private Path folder;

  @Test
  void nothingOfGroovyIsLoadedWithoutAScript() throws Exception {
    ScriptedStudy.at(folder);
    assertThat(classes("--version")).isNotEmpty().noneMatch(WithoutGroovyTest::isGroovy);
    assertThat(classes("execute", "study.lock", "--data", "data", "--out", "run"))
        .anyMatch(line -> line.contains("org.planlock.execution.conduct.PlanExecutor"))
        .noneMatch(WithoutGroovyTest::isGroovy);
    assertThat(folder.resolve("run/results.json")).exists();
  }

  @Test
  void aScriptThatEndsTheProcessEndsItWithoutResults() throws Exception {
    ScriptedStudy.at(folder).with("a.groovy", "analysis { sample() }\nSystem.exit(0)");
    var process =
        start(
            List.of(),
            "execute",
            "study.lock",
            "--script",
            "a.groovy",
            "--data",
            "data",
            "--out",
            "run");
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(3);
    assertThat(said).contains("error[C621]: the script ended the program");
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(".planlock", "a.groovy", "data", "study.lock", "study.plan");
    }
    assertThat(Files.readString(folder.resolve(".planlock/ledger.jsonl")))
        .contains("\"outcome\":\"failed\"");
  }

  private static boolean isGroovy(String line) {
    return line.matches(".*\\b(groovy|org\\.codehaus\\.groovy|org\\.apache\\.groovy)\\..*");
  }

  private List<String> classes(String... words) throws Exception {
    var list = folder.resolve("loaded.txt");
    var process = start(List.of("-Xlog:class+load:file=" + list + "::filecount=0"), words);
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    var loaded = Files.readAllLines(list);
    Files.delete(list);
    return loaded;
  }

  private Process start(List<String> options, String... words) throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), "org.planlock.cli.Main"));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  /** Surefire may hide the class path in the manifest of a jar; both work from another folder. */
  private static String classPath() {
    var absolute = new ArrayList<String>();
    for (var part : System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1)) {
      absolute.add(Path.of(part).toAbsolutePath().toString());
    }
    return String.join(java.io.File.pathSeparator, absolute);
  }
}
