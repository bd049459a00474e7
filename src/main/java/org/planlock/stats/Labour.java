package org.planlock.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How independent pieces of work are carried out: on how many threads, whom to tell, when to stop.
 * Results come in the order of the pieces, so they do not depend on the number of threads.
 *
 * @param threads 1 works on the calling thread
 * @param progress told the number of pieces done so far, from 1, one call at a time
 * @param cancelled asked before each piece
 */
public record Labour(int threads, IntConsumer progress, BooleanSupplier cancelled) {
  private static final ExecutorService HELPERS = Executors.newCachedThreadPool(Labour::helper);

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

  /** The calling thread works too; the others are kept for the next call. */
  private <T> List<T> together(int count, IntFunction<T> piece) {
    var pieces = new Pieces<>(count, piece);
    var helpers = new ArrayList<Future<?>>();
    for (int helper = 1; helper < Math.min(threads, count); helper++) {
      helpers.add(HELPERS.submit(pieces));
    }
    try {
      pieces.run();
      for (var helper : helpers) {
        helper.get();
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted");
      }
      return pieces.results();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      helpers.forEach(helper -> helper.cancel(true));
    }
  }

  private static Thread helper(Runnable work) {
    var thread = new Thread(work, "stats");
    thread.setDaemon(true);
    return thread;
  }

  /** Pieces that several threads take one after another. */
  private static final class Pieces<T> implements Runnable {
    private final int count;
    private final IntFunction<T> piece;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, T> results = new ConcurrentHashMap<>();
    private final Map<Integer, Throwable> failures = Collections.synchronizedMap(new TreeMap<>());

    Pieces(int count, IntFunction<T> piece) {
      this.count = count;
      this.piece = piece;
    }

    @Override
    public void run() {
      for (int index = next.getAndIncrement();
          index < count && failures.isEmpty();
          index = next.getAndIncrement()) {
        try {
          results.put(index, uninterrupted(index));
        } catch (RuntimeException | Error e) {
          failures.put(index, e);
        }
      }
    }

    private T uninterrupted(int index) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted before piece " + index);
      }
      return piece.apply(index);
    }

    /** In the order of the pieces; or the failure of the first piece that failed. */
    List<T> results() {
      for (var first : failures.values()) {
        if (first instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) first;
      }
      return IntStream.range(0, count).mapToObj(results::get).toList();
    }
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
