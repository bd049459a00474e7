package org.planlock.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that goes on while its caller does something else. It must not depend on what the caller
 * does meanwhile, so that its result is the one that the caller would have got.
 */
final class Meanwhile<T> {
  private final FutureTask<T> task;

  private Meanwhile(Supplier<T> work) {
    this.task = new FutureTask<>(work::get);
  }

  /** Begins the work; a process does not wait for it if nobody asks for the result. */
  static <T> Meanwhile<T> begin(Supplier<T> work) {
    var meanwhile = new Meanwhile<>(work);
    var thread = new Thread(meanwhile.task, "meanwhile");
    thread.setDaemon(true);
    thread.start();
    return meanwhile;
  }

  /** Its result, or its failure. */
  T result() {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }
}
