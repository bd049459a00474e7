package org.planlock.editor.server;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The questions of the editor that are not answered yet. Work in the background lets them pass
 * before each of its steps, because both want the same processors.
 */
final class Questions {
  /** So long waits one step at most: many questions in a row must not stop the work for good. */
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final ReentrantLock counting = new ReentrantLock();
  private final Condition oneIsAnswered = counting.newCondition();
  private int open;
  private long asked;

  void asked() {
    counting.lock();
    try {
      open++;
      asked++;
    } finally {
      counting.unlock();
    }
  }

  void answered() {
    counting.lock();
    try {
      open--;
      oneIsAnswered.signalAll();
    } finally {
      counting.unlock();
    }
  }

  /** How many there were in all. */
  long count() {
    counting.lock();
    try {
      return asked;
    } finally {
      counting.unlock();
    }
  }

  /**
   * Waits until no question is open, but not for long.
   *
   * @throws CancellationException if the server ends meanwhile
   */
  void letPass() {
    counting.lock();
    try {
      long left = MOST_NANOS;
      while (open > 0 && left > 0) {
        left = oneIsAnswered.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      counting.unlock();
    }
  }
}
