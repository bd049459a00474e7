package org.planlock.editor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  private final Questions questions = new Questions();

  @Test
  void workGoesOnAtOnceWhereNothingIsAsked() {
    Thread.currentThread().interrupt(); // waiting would end with an exception
    questions.letPass();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void workWaitsWhereSomethingIsAsked() {
    questions.asked();
    Thread.currentThread().interrupt();
    assertThatThrownBy(questions::letPass).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void workGoesOnAfterTheLastAnswer() {
    questions.asked();
    questions.asked();
    questions.answered();
    questions.answered();
    Thread.currentThread().interrupt();
    questions.letPass();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(questions.count()).isEqualTo(2);
  }

  @Test
  void workIsNotStoppedForGoodByAQuestionThatStaysOpen() {
    questions.asked();
    var work = CompletableFuture.runAsync(questions::letPass);
    assertThat(work).succeedsWithin(java.time.Duration.ofSeconds(60));
  }

  @Test
  void failedQuestionsCountAsAnswered() {
    var answers = new Answers(questions);
    var answer =
        answers.now(
            () -> {
              throw new IllegalStateException();
            });
    answers.close();
    assertThat(answer).isCompletedExceptionally();
    Thread.currentThread().interrupt();
    questions.letPass();
    assertThat(Thread.interrupted()).isTrue();
  }
}
