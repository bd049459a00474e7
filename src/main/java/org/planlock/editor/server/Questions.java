package org.planlock.editor.server;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * The questions of the editor that are not answered yet. Work in the background lets them pass
 * before each of its steps, because both want the same processors.
 */
final class Questions {
  /** So long waits one step at most: many questions in a row must not stop the work for good. */
  private static final long MOST_MILLIS = 20;

  private int open;
  private long asked;

  synchronized void asked() {
    open++;
    asked++;
  }

  synchronized void answered() {
    open--;
    notifyAll();
  }

  /** How many there were in all. */
  synchronized long count() {
    return asked;
  }

  /**
   * Waits until no question is open, but not for long.
   *
   * @throws CancellationException if the server ends meanwhile
   */
  synchronized void letPass() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS);
    try {
      for (long left = MOST_MILLIS; open > 0 && left > 0; left = millisUntil(end)) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private static long millisUntil(long end) {
    return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }
}
