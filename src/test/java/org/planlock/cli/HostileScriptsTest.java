package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans in Groovy that would do something if any of them were run: each is refused with a place and
 * a reason by whichever command reads it, and does nothing.
 */
@Timeout(60)
class HostileScriptsTest {
  private static final Path SCRIPTS = Path.of("src/test/resources/hostile");
  private static final String GOOD =
      """
      planlock 1
      plan('study') { title 'A study' }
      outcome 'y', value: 'a - b'
      model 'm', outcome: 'y', terms: ['a']
      """;

  @TempDir private Path folder;

  static Stream<Path> scripts() {
    try (var files = Files.list(SCRIPTS)) {
      return files
          .filter(file -> file.getFileName().toString().matches("74-.*\\.plan\\.groovy"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void areAsManyAsTheWaysThatAreKnown() {
    assertThat(scripts()).hasSizeGreaterThanOrEqualTo(70);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void areRefusedByEveryCommandThatReadsThem(Path script) throws IOException {
    var desk = new Desk(folder).with("study.plan.groovy", GOOD);
    assertThat(desk.type("lock", "study.plan.groovy")).as(desk.err()).isZero();
    desk.with("study.plan.groovy", Files.readAllBytes(script));
    desk.with("other.plan.groovy", Files.readAllBytes(script));
    var ledger = desk.ledger();
    for (var words :
        List.of(
            List.of("check", "study.plan.groovy"),
            List.of("show", "study.plan.groovy"),
            List.of("lock", "other.plan.groovy"),
            List.of("verify", "study.lock"))) {
      assertThat(desk.type(words.toArray(String[]::new))).as(words.toString()).isEqualTo(3);
      assertThat(desk.err() + desk.out())
          .as(words.toString())
          .containsPattern("error\\[S1(01|13|17|18)]: ")
          .containsPattern("(study|other)\\.plan\\.groovy:\\d+:\\d+")
          .doesNotContain("Exception");
    }
    assertThat(desk.ledger()).isEqualTo(ledger);
    assertThat(desk.files())
        .containsExactlyInAnyOrder("other.plan.groovy", "study.lock", "study.plan.groovy");
    assertThat(Path.of("pwned")).doesNotExist();
  }

  @Test
  void onAGoodPlanTheSameCommandsAgree() {
    var desk = new Desk(folder).with("study.plan.groovy", GOOD);
    assertThat(desk.type("check", "study.plan.groovy")).as(desk.err()).isZero();
    assertThat(desk.type("lock", "study.plan.groovy")).as(desk.err()).isZero();
    assertThat(desk.type("verify", "study.lock")).as(desk.err()).isZero();
    assertThat(desk.type("show", "study.lock")).isZero();
    assertThat(desk.out()).startsWith("planlock 1\n\nplan('study') {\n");
    assertThat(desk.type("diff", "study.lock", "study.plan.groovy")).isZero();
    desk.with("study.plan.groovy", GOOD.replace("['a']", "['b']"));
    assertThat(desk.type("verify", "study.lock")).isEqualTo(1);
    assertThat(desk.out() + desk.err()).contains("study.plan.groovy:4:33");
  }
}
