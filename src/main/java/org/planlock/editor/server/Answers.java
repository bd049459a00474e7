package org.planlock.editor.server;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Answers to an editor: at once where somebody is typing, else one after the other beside that. A
 * question that fails is answered with an error; the server goes on.
 */
final class Answers {
  private final Questions questions;
  private final ExecutorService beside = Executors.newSingleThreadExecutor(Answers::thread);

  /**
   * Answers.
   *
   * @param questions are told of those who wait at this moment
   */
  Answers(Questions questions) {
    this.questions = questions;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "plan answers");
    thread.setDaemon(true);
    return thread;
  }

  void close() {
    beside.shutdownNow();
  }

  /** The answer, before the next message is read. */
  <T> CompletableFuture<T> now(Supplier<T> work) {
    var answer = new CompletableFuture<T>();
    questions.asked();
    try {
      give(answer, work);
    } finally {
      questions.answered();
    }
    return answer;
  }

  /** The answer to what may take long: messages that follow do not wait for it. */
  <T> CompletableFuture<T> later(Supplier<T> work) {
    var answer = new CompletableFuture<T>();
    beside.execute(() -> give(answer, work));
    return answer;
  }

  private static <T> void give(CompletableFuture<T> answer, Supplier<T> work) {
    try {
      answer.complete(work.get());
    } catch (ResponseErrorException e) {
      answer.completeExceptionally(e);
    } catch (RuntimeException | StackOverflowError e) {
      var failed = "the language server failed: " + e.getClass().getSimpleName();
      answer.completeExceptionally(error(ResponseErrorCode.InternalError, failed));
    }
  }

  /** What is answered to a wish that cannot be fulfilled. */
  static ResponseErrorException refused(String why) {
    return error(ResponseErrorCode.RequestFailed, why);
  }

  private static ResponseErrorException error(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }
}
