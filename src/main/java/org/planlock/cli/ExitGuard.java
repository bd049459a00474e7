package org.planlock.cli;

import java.util.Arrays;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Stands by while a script runs: one that ends the process itself would end it with a code of its
 * own, 0 perhaps, and without results. Whoever presses Ctrl-C is not meant.
 */
final class ExitGuard {
  private final Screen screen;
  private final String script;
  private final Runnable undo;
  private final Thread hook = new Thread(this::ended, "exit guard");

  private ExitGuard(Screen screen, String script, Runnable undo) {
    this.screen = screen;
    this.script = script;
    this.undo = undo;
  }

  /**
   * Begins to watch.
   *
   * @param undo leaves no half-written file behind, and tells the ledger that there is no result
   */
  static ExitGuard over(Screen screen, String script, Runnable undo) {
    var guard = new ExitGuard(screen, script, undo);
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  private void ended() {
    if (isEndedByCode()) {
      undo.run();
      int code =
          screen.stop(
              List.of(
                  Diagnostic.at(
                          Span.none(script),
                          Rule.SCRIPT_FAILED,
                          "the script ended the program before its analysis ended")
                      .note("an analysis that ends like that has no results; nothing was kept")
                      .help("let it end by itself, or throw an exception")));
      screen.flush();
      Runtime.getRuntime().halt(code);
    }
  }

  /** A signal ends the process without this call. */
  private static boolean isEndedByCode() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }

  /** Watches no longer. */
  void end() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process ends already
    }
  }
}
