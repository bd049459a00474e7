package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.lock.faults.Faults;

/**
 * Whole commands on a disk of which each call fails in turn: what is left is the old state or the
 * new one, the message says which, and the same command given again comes to the same end.
 */
class FaultyCommandsTest {
  private static final int SOME = 10;

  @TempDir private Path folder;

  /** Which tenth differs from command to command, so that all kinds of calls are among them. */
  @ParameterizedTest
  @MethodSource("commands")
  void aTenthOfAllCallsFailsOnce(WritingCommand command, TestReporter reporter) throws IOException {
    fail(command, List.of(Faults.Kind.ONCE_HALF), SOME, reporter);
  }

  @ParameterizedTest
  @MethodSource("commands")
  @Tag("thorough")
  void everyCallFailsOnceOrForGood(WritingCommand command, TestReporter reporter)
      throws IOException {
    fail(command, List.of(Faults.Kind.values()), 1, reporter);
  }

  static Stream<WritingCommand> commands() {
    return WritingCommands.all();
  }

  private void fail(
      WritingCommand command, List<Faults.Kind> kinds, int step, TestReporter reporter)
      throws IOException {
    var before = Files.createDirectory(folder.resolve("before"));
    command.before().make(before);
    var trials = new FaultyTrials(command, before, folder);
    var calls = trials.calls();
    var faults = new ArrayList<String>();
    int failed = 0;
    for (int call = command.name().length() % step; call < calls.size(); call += step) {
      for (var kind : kinds) {
        if (kind == Faults.Kind.ONCE && !calls.get(call).startsWith("write")) {
          continue; // as half a failure is
        }
        var trial = trials.fail(call, kind);
        failed += trial.code() == ExitCode.HOLDS ? 0 : 1;
        trial.faults().forEach(faults::add);
      }
    }
    reporter.publishEntry(
        "plan " + command.name(), calls.size() + " calls of the disk, " + failed + " failures");
    assertThat(faults).isEmpty();
    assertThat(step > 1 || failed > 0).as("no call mattered").isTrue();
  }
}
