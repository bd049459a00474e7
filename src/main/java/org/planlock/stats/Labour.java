package org.planlock.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * How independent pieces of work are carried out: on how many threads, whom to tell, when to stop.
 * Results come in the order of the pieces, so they do not depend on the number of threads.
 *
 * @param threads 1 works on the calling thread
 * @param progress told the number of pieces done so far, from 1, one call at a time
 * @param cancelled asked before each piece
 */
public record Labour(int threads, IntConsumer progress, BooleanSupplier cancelled) {
  public Labour {
    if (threads < 1) {
      throw new IllegalArgumentException("threads below 1: " + threads);
    }
  }

  /** This many threads, nobody to tell, no cancelling. */
  public static Labour on(int threads) {
    return new Labour(threads, done -> {}, () -> false);
  }

  /**
   * The results of pieces 0 to count - 1, in that order.
   *
   * @throws CancellationException if the work was cancelled or the calling thread interrupted
   */
  public <T> List<T> inOrder(int count, IntFunction<T> piece) {
    var done = new Counter(progress);
    IntFunction<T> guarded =
        index -> {
          if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled before piece " + index);
          }
          T result = piece.apply(index);
          done.countOne();
          return result;
        };
    return threads == 1 || count < 2 ? alone(count, guarded) : together(count, guarded);
  }

  private static <T> List<T> alone(int count, IntFunction<T> piece) {
    var results = new ArrayList<T>(count);
    for (int index = 0; index < count; index++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted before piece " + index);
      }
      results.add(piece.apply(index));
    }
    return results;
  }

  private <T> List<T> together(int count, IntFunction<T> piece) {
    var workers =
        Executors.newFixedThreadPool(
            Math.min(threads, count),
            work -> {
              var thread = new Thread(work, "stats");
              thread.setDaemon(true);
              return thread;
            });
    try {
      var waiting = new ArrayList<Future<T>>(count);
      for (int index = 0; index < count; index++) {
        int number = index;
        waiting.add(workers.submit(() -> piece.apply(number)));
      }
      var results = new ArrayList<T>(count);
      for (var future : waiting) {
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("interrupted");
        }
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failure.getCause());
  }

  private static final class Counter {
    private final IntConsumer progress;
    private int done;

    Counter(IntConsumer progress) {
      this.progress = progress;
    }

    synchronized void countOne() {
      done++;
      progress.accept(done);
    }
  }
}
