package org.planlock.cli;

import java.io.PrintStream;
import org.planlock.execution.Progress;
import org.planlock.report.Ascii;
import org.planlock.report.Visible;

/** One line on a terminal that moves on; nothing is left of it at the end. */
final class ProgressLine implements Progress {
  private static final int WIDTH = 20;
  private static final long PAUSE_NANOSECONDS = 100_000_000;

  private final PrintStream err;
  private final boolean isUnicode;
  private long last;

  private ProgressLine(PrintStream err, boolean isUnicode) {
    this.err = err;
    this.isUnicode = isUnicode;
  }

  /** A line for a person; nothing where nobody looks. */
  static Progress on(Surroundings surroundings) {
    return surroundings.isTerminal()
        ? new ProgressLine(surroundings.err(), surroundings.style(false).isUnicode())
        : Progress.silent();
  }

  @Override
  public synchronized void advanced(String stage, int done, int total) {
    long now = System.nanoTime();
    if (now - last < PAUSE_NANOSECONDS && done < total) {
      return;
    }
    last = now;
    int full = total == 0 ? WIDTH : (int) ((long) done * WIDTH / total);
    var bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    var line = "  " + Visible.text(stage) + "  " + bar + " " + done + "/" + total;
    err.print("\r\u001b[K" + (isUnicode ? line : Ascii.text(line)));
    if (done >= total) {
      err.print("\r\u001b[K");
    }
    err.flush();
  }
}
