package org.planlock.editor.server;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final AtomicInteger sessions = new AtomicInteger();
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
    return thread;
  }

  /** Begins; the caller does not wait. */
  void begin() {
    try {
      beside.execute(this::rounds);
    } catch (RejectedExecutionException e) {
      return; // it was over before: there is one for each server
    }
  }

  void close() {
    beside.shutdownNow();
  }

  /** How many sessions were begun. */
  int sessions() {
    return sessions.get();
  }

  /** Whether nothing of it goes on any more, after waiting for that at most so long. */
  boolean isOver(long most, TimeUnit unit) throws InterruptedException {
    return beside.awaitTermination(most, unit);
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
    sessions.incrementAndGet();
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
