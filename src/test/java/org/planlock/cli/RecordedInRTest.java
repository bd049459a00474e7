package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Analyses that R really carries out with glmnet, recorded by {@code planlock.R} and compared with
 * their lock. R is the program that {@code -Dplanlock.rscript} names, {@code Rscript} without it;
 * with {@code -Dplanlock.peers=required} it must be there.
 */
final class RecordedInRTest {
  private static final String RSCRIPT = System.getProperty("planlock.rscript", "Rscript");

  @TempDir private Path folder;

  @BeforeEach
  void aLockedPlanAndR() throws Exception {
    boolean isHere = ends("-e", "library(glmnet); library(jsonlite)");
    if ("required".equals(System.getProperty("planlock.peers"))) {
      assertThat(isHere).as("R with glmnet and jsonlite").isTrue();
    }
    assumeTrue(isHere, "no R with glmnet and jsonlite here: -Dplanlock.rscript names another one");
    for (var name : new String[] {"peer.plan", "wide.csv"}) {
      copy(name);
    }
    var desk = new Desk(folder);
    assertThat(desk.type("recorder", "r", "--out", "planlock.R")).isZero();
    assertThat(desk.type("lock", "peer.plan")).as(desk.err()).isZero();
  }

  @Test
  void whatWasPlannedConformsToTheLastDigitThatCounts() throws Exception {
    analyse("as-planned.R");
    var desk = new Desk(folder);
    assertThat(desk.type("compare", "peer.lock", "trace.jsonl")).as(desk.out()).isZero();
    assertThat(desk.out()).isEqualTo("CONFORMS: what was done is what was promised\n");
    assertThat(desk.type("execute", "peer.lock", "--data", ".", "--out", "ours")).isOne();
    var both = new Desk(folder);
    assertThat(both.type("compare", "peer.lock", "trace.jsonl", "--with", "ours/trace.jsonl"))
        .as(both.out())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "forgotten-nfolds.R | X506 | folds: planned 23 × 1, effective 10",
        "dropped-rows.R     | X563 | 22 rows",
        "other-floor.R      | X504 | another share of the largest penalty strength",
        "unseeded-folds.R   | X506 | effective 5",
        "scaled-outside.R   | X515 | no step 2",
        "other-reference.R  | X568 | `site` was coded"
      })
  void whatWasDoneOtherwiseIsFound(String script, String code, String words) throws Exception {
    analyse(script);
    var desk = new Desk(folder);
    assertThat(desk.type("compare", "peer.lock", "trace.jsonl")).as(desk.out()).isOne();
    assertThat(desk.out()).contains("error[" + code + "]", words);
    assertThat(desk.out().lines().filter(line -> line.startsWith("error[")))
        .allMatch(line -> line.startsWith("error[" + code + "]"));
  }

  @Test
  void anotherProgramPartsAtTheFirstStep() throws Exception {
    analyse("forgotten-nfolds.R");
    var desk = new Desk(folder);
    desk.type("execute", "peer.lock", "--data", ".", "--out", "ours");
    var both = new Desk(folder);
    assertThat(both.type("compare", "peer.lock", "trace.jsonl", "--with", "ours/trace.jsonl"))
        .isOne();
    assertThat(both.out())
        .contains("as a consequence, `full` is not the same in R glmnet", "fold vector");
  }

  private void analyse(String script) throws Exception {
    copy(script);
    assertThat(ends(script)).as(said()).isTrue();
  }

  private void copy(String name) throws IOException {
    try (var file = RecordedInRTest.class.getResourceAsStream("/recorders/" + name)) {
      Files.copy(java.util.Objects.requireNonNull(file, name), folder.resolve(name));
    }
  }

  private boolean ends(String... words) throws Exception {
    var command = new java.util.ArrayList<>(java.util.List.of(RSCRIPT));
    command.addAll(java.util.List.of(words));
    try {
      var process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);
  }
}
