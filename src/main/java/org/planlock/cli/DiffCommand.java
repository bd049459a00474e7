package org.planlock.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.planlock.lock.TreeDifference;
import org.planlock.report.DifferenceText;
import org.planlock.report.VerificationJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares what two plans mean. */
@Command(
    name = "diff",
    description = "Compare two plans or locks, value by value; comments and layout do not count.",
    footer = {"", "Exit codes: 0 the same, 1 different."},
    sortOptions = false)
final class DiffCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "A", description = "a plan or a lock")
  private String first = "";

  @Parameters(index = "1", paramLabel = "B", description = "another one")
  private String second = "";

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  DiffCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var differences =
        AnyPlan.read(surroundings, first)
            .then(
                a ->
                    AnyPlan.read(surroundings, second)
                        .map(b -> TreeDifference.between(a.canonical(), b.canonical())));
    return differences.isSound()
        ? print(screen, differences.orThrow())
        : screen.stop(differences.diagnostics());
  }

  private int print(Screen screen, List<TreeDifference> differences) {
    if (screen.isJson()) {
      screen.print(VerificationJson.of(differences));
    } else {
      screen.print(new DifferenceText(first, second).of(differences));
    }
    return differences.isEmpty() ? ExitCode.HOLDS : ExitCode.MISMATCH;
  }
}
