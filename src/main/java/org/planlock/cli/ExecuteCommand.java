package org.planlock.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.DataAccess;
import org.planlock.ExecutionOrder;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Foreknowledge;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out a locked plan and shows where what was done is not what was promised. */
@Command(
    addMethodSubcommands = false,
    name = "execute",
    description = {
      "Execute a locked plan: data contract, sample, models, hypotheses; record every step; list"
          + " every deviation.",
      "Writes results.json, trace.jsonl and environment.json into a new folder, and for a journal"
          + " deviations.md, .csv and .json and methods.md."
    },
    footer = {
      "",
      "Exit codes: 0 conforms or every deviation is declared, 1 undeclared deviation or altered"
          + " lock,",
      "3 invalid data, 4 it cannot be told, 7 refused: not locked, still sealed, open choices, too"
          + " few participants."
    },
    sortOptions = false)
final class ExecuteCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "LOCK", description = "a lock")
  private String lock = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "where the tables lie")
  private String data = "";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "a folder that is not there yet")
  private String out = "";

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "an analysis in Groovy that takes the steps itself; code, with your rights")
  private Optional<String> script = Optional.empty();

  @Mixin private DataOptions held = new DataOptions();

  @Mixin private Interventions interventions = new Interventions();

  @Option(
      names = "--deviations",
      paramLabel = "FILE",
      description = "deviations that you declare, with reason and timing (YAML)")
  private Optional<String> deviations = Optional.empty();

  @Option(
      names = "--measure-effect",
      description = "also execute the planned branch, and tell how the results differ")
  private boolean isMeasured;

  @Option(
      names = "--exploratory",
      description = "also execute a plan that is not locked; every number is called exploratory")
  private boolean isExploratory;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "how many to use; results do not depend on it")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  ExecuteCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    if (isMeasured && held.isBlind()) {
      return screen.stop(List.of(blind()));
    }
    var changes = LateChanges.in(LockRecording.ledger(surroundings, lock));
    var folders = StudyFiles.at(surroundings.file(lock), List.of(surroundings.file(data)));
    var registration = Registration.read(surroundings, lock, isExploratory, folders);
    var order =
        registration.then(this::order).then(ready -> new Answers(surroundings).close(ready));
    if (!order.isSound()) {
      return screen.stop(order.diagnostics());
    }
    var steps = StepsTaken.by(script, surroundings, screen);
    if (!steps.isSound()) {
      return screen.stop(steps.diagnostics());
    }
    screen.warn(order.diagnostics());
    var door = new DataDoor(surroundings, held, lock, data);
    return new ExecutionSession(surroundings, screen, lock, out, changes, isMeasured)
        .execute(order.orThrow(), door, steps.orThrow());
  }

  private static Diagnostic blind() {
    return Diagnostic.at(
            Span.none("--measure-effect"),
            Rule.REASON_WANTED,
            "a blind execution has no results whose difference could be told")
        .help("leave out `--measure-effect`, or `--blind`");
  }

  private Checked<ExecutionOrder> order(Registration registration) {
    return interventions
        .settings()
        .then(
            settings ->
                interventions
                    .sample(held.isBlind())
                    .then(
                        sample ->
                            interventions
                                .accepted()
                                .then(
                                    accepted ->
                                        declared(registration)
                                            .map(
                                                declared ->
                                                    new ExecutionOrder(
                                                        registration.plan(),
                                                        registration.lock(),
                                                        surroundings
                                                            .file(data)
                                                            .toAbsolutePath()
                                                            .normalize(),
                                                        settings,
                                                        sample,
                                                        accepted,
                                                        declared,
                                                        isExploratory || held.isBlind(),
                                                        Math.max(1, threads),
                                                        ProgressLine.on(surroundings),
                                                        DataAccess.PLAIN,
                                                        Foreknowledge.NONE)))));
  }

  private Checked<DeclaredDeviations> declared(Registration registration) {
    return DeclaredFile.read(surroundings, deviations, registration.plan());
  }
}
