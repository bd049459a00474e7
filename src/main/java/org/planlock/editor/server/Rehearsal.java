package org.planlock.editor.server;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.eclipse.lsp4j.launch.LSPLauncher;

/**
 * Sessions with nobody about plans that nobody wrote, so that what is asked first is answered as
 * fast as what is asked later: Java is slow the first time. Nothing of them is kept or said; they
 * share neither documents nor a judge with the editor's session, and the first question of the
 * editor ends them.
 */
final class Rehearsal {
  /** After so many the answers are about as fast as they become on a small plan. */
  private static final int ROUNDS = 8;

  private final Questions real;
  private final ExecutorService beside = Executors.newCachedThreadPool(Rehearsal::thread);

  /**
   * A rehearsal that has not begun.
   *
   * @param real the questions of the editor: they go first
   */
  Rehearsal(Questions real) {
    this.real = real;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "plan rehearsal");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  /** Begins; the caller does not wait. */
  void begin() {
    if (!beside.isShutdown()) {
      beside.execute(this::rounds);
    }
  }

  void close() {
    beside.shutdownNow();
  }

  private void rounds() {
    try {
      for (int round = 0; round < ROUNDS; round++) {
        for (var plan : RehearsedPlan.values()) {
          if (real.count() > 0 || beside.isShutdown()) {
            return;
          }
          session(plan);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | RuntimeException | StackOverflowError e) {
      return; // what is asked first is slow then, and as right as ever
    } finally {
      beside.shutdown();
    }
  }

  private void session(RehearsedPlan plan) throws InterruptedException, ExecutionException {
    var server = PlanLanguageServer.rehearsed();
    try {
      LSPLauncher.createServerLauncher(
              server,
              new ByteArrayInputStream(plan.messages()),
              OutputStream.nullOutputStream(),
              beside,
              Function.identity())
          .startListening()
          .get();
    } finally {
      server.close();
    }
  }
}
