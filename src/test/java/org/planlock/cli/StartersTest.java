package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StartersTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @EnumSource(Starter.class)
  void everyStarterIsAPlanWithoutMistakesAndTheSameInEveryNotation(Starter starter) {
    assertThat(desk.type("new", "--from", starter.word(), "a.plan")).isZero();
    assertThat(desk.type("new", "--from", starter.word(), "a.plan.yaml")).isZero();
    assertThat(desk.type("check", "a.plan")).as(desk.out()).isZero();
    assertThat(desk.type("diff", "a.plan", "a.plan.yaml")).as(desk.out()).isZero();
    assertThat(desk.type("new", "--from", starter.word(), "a.plan.groovy")).isZero();
    assertThat(desk.type("check", "a.plan.groovy")).as(desk.out()).isZero();
    assertThat(desk.type("diff", "a.plan", "a.plan.groovy")).as(desk.out()).isZero();
  }

  @Test
  void theIdIsTheNameOfTheFile() {
    desk.type("new", "my-study.plan.yaml");
    desk.type("show", "my-study.plan.yaml", "--as", "plan");
    assertThat(desk.out()).startsWith("plan \"my-study\"");
  }

  @Test
  void nothingIsOverwritten() {
    desk.with("mine.plan", "precious");
    assertThat(desk.type("new", "mine.plan")).isEqualTo(7);
    assertThat(new String(desk.bytes("mine.plan"), java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("precious");
  }

  @Test
  void namesWhatThereIs() {
    assertThat(desk.type("new", "--list")).isZero();
    assertThat(desk.out().lines()).hasSize(Starter.values().length);
    assertThat(desk.type("new", "--from", "olz", "a.plan")).isEqualTo(2);
    assertThat(desk.err()).contains("did you mean `ols`?");
    assertThat(desk.type("new", "a.txt")).isEqualTo(3);
    assertThat(desk.type("new")).isEqualTo(2);
    assertThat(desk.files()).isEmpty();
  }

  @Test
  void explainsEveryCode() {
    for (var rule : org.planlock.diagnostic.Rule.values()) {
      assertThat(desk.type("explain", rule.code())).as(rule.code()).isZero();
      assertThat(desk.out()).isNotBlank();
    }
    assertThat(desk.type("explain", "x512")).isZero();
    assertThat(desk.type("explain", "P999")).isEqualTo(2);
  }

  @Test
  void theDemoSaysWhenItsExampleIsMissing() {
    var surroundings = desk.surroundings();
    var elsewhere =
        new Surroundings(
            surroundings.out(),
            surroundings.err(),
            surroundings.in(),
            folder,
            folder,
            surroundings.clock(),
            surroundings.environment(),
            false);
    assertThat(Main.execute(new String[] {"demo"}, elsewhere)).isEqualTo(5);
    assertThat(desk.files()).isEmpty();
  }
}
