package org.planlock.editor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.editor.Draft;

class RehearsalTest {
  /** Four places, each asked for hover and completion, before and after a letter is typed. */
  private static final int AT_ONCE = 16;

  @ParameterizedTest
  @EnumSource
  void isAboutAPlanWithoutMistakes(RehearsedPlan plan) {
    var draft =
        Draft.of("rehearsed." + ending(plan), plan.text(), Optional.empty(), Optional.empty());
    assertThat(draft.orElseThrow().judged().findings()).noneMatch(Diagnostic::isError);
  }

  @ParameterizedTest
  @EnumSource
  void everyQuestionHasAnAnswer(RehearsedPlan plan)
      throws InterruptedException, ExecutionException {
    var said = session(plan);
    assertThat(said).doesNotContain("\"error\"", "publishDiagnostics", "\"result\":null");
    assertThat(said.split("\"contents\"", -1)).hasSize(AT_ONCE / 2 + 1);
    assertThat(said.split("\"items\":\\[\\{", -1)).hasSize(AT_ONCE / 2 + 1);
  }

  @Test
  void aQuestionOfTheEditorKeepsItFromBeginning() throws InterruptedException {
    var real = new Questions();
    real.asked();
    var rehearsal = new Rehearsal(real);
    rehearsal.begin();
    assertThat(rehearsal.isOver(60, TimeUnit.SECONDS)).isTrue();
    assertThat(rehearsal.sessions()).isZero();
  }

  @Test
  void endsWithTheServer() throws InterruptedException {
    var rehearsal = new Rehearsal(new Questions());
    rehearsal.begin();
    rehearsal.close();
    assertThat(rehearsal.isOver(60, TimeUnit.SECONDS)).isTrue();
    rehearsal.begin();
    assertThat(rehearsal.isOver(0, TimeUnit.SECONDS)).isTrue();
  }

  private static String session(RehearsedPlan plan)
      throws InterruptedException, ExecutionException {
    var said = new ByteArrayOutputStream();
    var server = PlanLanguageServer.rehearsed();
    LSPLauncher.createServerLauncher(server, new ByteArrayInputStream(plan.messages()), said)
        .startListening()
        .get();
    server.close();
    return said.toString(StandardCharsets.UTF_8);
  }

  private static String ending(RehearsedPlan plan) {
    return switch (plan) {
      case YAML -> "plan.yaml";
      case PLAN -> "plan";
      case GROOVY -> "plan.groovy";
    };
  }
}
