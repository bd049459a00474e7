package org.planlock.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Evidence;
import org.planlock.deviation.Foreknowledge;
import org.planlock.deviation.Judgement;
import org.planlock.deviation.LockStanding;
import org.planlock.deviation.Reported;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.Sha256;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where an analysis that any program made is not the locked one. */
@Command(
    addMethodSubcommands = false,
    name = "compare",
    description = {
      "Compare an analysis made in R, Python or by any other program with the plan that was locked.",
      "With --out the table of deviations and the methods paragraph are written too, as `plan execute`"
          + " writes them.",
      "The analysis writes what it did into a trace; `plan recorder r` and `plan recorder python`"
          + " write the file that does so."
    },
    footer = {
      "",
      "Exit codes: 0 conforms or every deviation is declared, 1 undeclared deviation or altered"
          + " lock,",
      "3 unreadable trace, 4 the trace does not tell or has no end, 5 missing file, 7 made by a"
          + " newer version."
    },
    sortOptions = false)
final class CompareCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "LOCK", description = "a lock")
  private String lock = "";

  @Parameters(index = "1", paramLabel = "TRACE", description = "what the analysis recorded")
  private String trace = "";

  @Option(
      names = "--with",
      paramLabel = "TRACE",
      description = "what another program recorded of the same plan: numbers are compared too")
  private Optional<String> with = Optional.empty();

  @Option(
      names = "--results",
      paramLabel = "FILE",
      description =
          "the results.json of this analysis, which must tell what plan and trace come to; else the"
              + " one beside a trace.jsonl")
  private Optional<String> results = Optional.empty();

  @Option(
      names = "--deviations",
      paramLabel = "FILE",
      description = "deviations that you declare, with reason and timing (YAML)")
  private Optional<String> deviations = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "also write comparison.json and the pages for a journal into a folder that is not there"
              + " yet")
  private Optional<String> out = Optional.empty();

  @Mixin private StudyFiles files = new StudyFiles();

  @Mixin private FindingOptions screenOptions = new FindingOptions();

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var changes = LateChanges.in(LockRecording.ledger(surroundings, lock));
    var folders = files.folders(surroundings, surroundings.file(lock));
    var registration = Registration.read(surroundings, lock, false, folders);
    var page = new ComparisonPage(surroundings, screen, lock, trace, out);
    if (!registration.isSound()) {
      return ExitCode.of(registration.diagnostics()) == ExitCode.MISMATCH
          ? page.tampered(registration.diagnostics())
          : screen.stop(registration.diagnostics());
    }
    var read =
        read(trace)
            .then(
                ours ->
                    declared(registration.orThrow())
                        .then(d -> other().then(o -> told().map(r -> new Read(ours, d, o, r)))));
    if (!read.isSound()) {
      return screen.stop(read.diagnostics());
    }
    screen.warn(registration.diagnostics());
    var known = registration.orThrow();
    var foreknowledge =
        known.lock().map(l -> changes.before(l, digest())).orElse(Foreknowledge.NONE);
    var all = read.orThrow();
    var alone = new Evidence(known.plan(), known.lock(), all.trace(), foreknowledge);
    var told = all.results().map(alone::reporting).orElse(alone);
    var evidence = all.other().map(told::beside).orElse(told);
    return page.show(Judgement.of(evidence, all.declared(), LockStanding.INTACT), evidence);
  }

  private record Read(
      Trace trace,
      DeclaredDeviations declared,
      Optional<Trace> other,
      Optional<Reported> results) {}

  private Checked<Optional<Reported>> told() {
    return new ResultsBeside(surroundings).of(trace, results);
  }

  private Checked<Optional<Trace>> other() {
    return with.map(name -> read(name).map(Optional::of)).orElse(Checked.of(Optional.empty()));
  }

  private Optional<Sha256> digest() {
    try {
      return Optional.of(Sha256.of(surroundings.file(trace)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Checked<Trace> read(String name) {
    return TraceFile.read(surroundings.file(name), name);
  }

  private Checked<DeclaredDeviations> declared(Registration registration) {
    return DeclaredFile.read(surroundings, deviations, registration.plan());
  }
}
