package org.planlock.cli;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.Planlock;
import org.planlock.deviation.DeclaredDeviations;
import org.planlock.deviation.Judgement;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.report.DeviationText;
import org.planlock.report.DiagnosticJson;
import org.planlock.report.JsonText;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges an analysis that was made elsewhere by the record that it left. */
@Command(
    addMethodSubcommands = false,
    name = "compare",
    description = {
      "Compare an analysis that was made in R or by a program of your own with a lock: list every"
          + " deviation.",
      "The record of an analysis in R comes from a recorder: see `plan recorder`."
    },
    footer = {
      "",
      "Exit codes: 0 conforms or every deviation is declared, 1 undeclared deviation or altered"
          + " lock,",
      "3 unreadable, 4 it cannot be told, 5 a file is missing, 7 made by a newer version."
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
      description = "the record of another program that followed the same plan: compare numbers")
  private Optional<String> peer = Optional.empty();

  @Option(
      names = "--deviations",
      paramLabel = "FILE",
      description = "deviations that you declare, with reason and timing (YAML)")
  private Optional<String> deviations = Optional.empty();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  CompareCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var folders = StudyFiles.at(surroundings.file(lock), List.of());
    var registration = Registration.read(surroundings, lock, false, folders);
    var judged = registration.then(this::judged);
    if (!judged.isSound()) {
      return screen.stop(judged.diagnostics());
    }
    screen.warn(judged.diagnostics());
    var judgement = judged.orThrow();
    screen.print(
        screen.isJson() ? json(judgement) : new DeviationText(screen.style()).of(judgement));
    return ExitCode.of(judgement.verdict());
  }

  private Checked<Judgement> judged(Registration registration) {
    return DeclaredFile.read(surroundings, deviations, registration.plan())
        .then(declared -> read(trace).then(done -> judged(registration, done, declared)));
  }

  private Checked<Judgement> judged(
      Registration registration, Trace done, DeclaredDeviations declared) {
    Checked<Optional<Trace>> other =
        peer.map(name -> read(name).map(Optional::of)).orElse(Checked.of(Optional.empty()));
    return other.map(
        numbers ->
            Planlock.compare(registration.plan(), registration.lock(), done, numbers, declared));
  }

  /** A record that was torn is judged as far as it goes; the verdict says that it has no end. */
  private Checked<Trace> read(String name) {
    var read = TraceFile.read(surroundings.file(name));
    var torn =
        read.diagnostics().stream()
            .map(one -> one.rule() == Rule.TRACE_TORN ? one.weighing(Severity.WARNING) : one)
            .toList();
    return read.value()
        .filter(known -> torn.stream().noneMatch(Diagnostic::isError))
        .map(known -> Checked.of(known, torn))
        .orElseGet(() -> Checked.failed(torn));
  }

  private static String json(Judgement judgement) {
    var json = new JsonObject();
    json.addProperty("verdict", judgement.verdict().name());
    json.addProperty("label", judgement.labels().overall().word());
    json.add("deviations", DiagnosticJson.of(judgement.diagnostics()));
    return JsonText.of(json);
  }
}
