package org.planlock.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.report.DiagnosticJson;
import org.planlock.report.DiagnosticText;
import org.planlock.report.Style;
import org.planlock.source.Span;

/**
 * What must hold of the findings on any bytes: each has a place within the text, words, and can be
 * shown on a terminal and as JSON.
 */
public final class Fuzzed {
  private static final DiagnosticText TEXT = new DiagnosticText(Style.PLAIN);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long LONGEST = Duration.ofSeconds(2).toNanos();

  private Fuzzed() {}

  /** What is tried on an input. */
  public interface Trial {
    void go() throws IOException;
  }

  /**
   * Tries something that may take two seconds of the processor; the second time counts, because the
   * first may have loaded half of the program.
   */
  public static void quickly(Trial trial) {
    if (nanoseconds(trial) > LONGEST) {
      long again = nanoseconds(trial);
      require(again <= LONGEST, "takes " + again / 1_000_000 + " ms of the processor");
    }
  }

  private static long nanoseconds(Trial trial) {
    long before = THREADS.getCurrentThreadCpuTime();
    try {
      trial.go();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return THREADS.getCurrentThreadCpuTime() - before;
  }

  /** The same, after its findings were looked at. */
  public static <T> Checked<T> reported(Checked<T> read) {
    reported(read.diagnostics());
    return read;
  }

  /** Looks at each of some findings. */
  public static void reported(List<Diagnostic> found) {
    for (var finding : found) {
      within(finding.span(), finding);
      finding.labels().forEach(label -> within(label.span(), finding));
      require(!finding.message().isBlank(), "a finding without words: " + finding.rule());
      require(!isUnprintable(TEXT.of(finding)), "prints a control character: " + finding.rule());
    }
    require(DiagnosticJson.of(found).size() == found.size(), "a finding is lost in JSON");
  }

  /** Fails unless something holds. */
  public static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static void within(Span span, Diagnostic finding) {
    require(
        span.end() <= span.file().length(),
        finding.rule() + " points behind the end: " + span.end() + " of " + span.file().length());
  }

  private static boolean isUnprintable(String shown) {
    return shown.codePoints().anyMatch(c -> c != '\n' && Character.isISOControl(c));
  }
}
