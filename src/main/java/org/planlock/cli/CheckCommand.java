package org.planlock.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.PlanFile;
import org.planlock.Planlock;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Severity;
import org.planlock.plan.coverage.Coverage;
import org.planlock.report.CoverageJson;
import org.planlock.report.CoverageText;
import org.planlock.report.DiagnosticJson;
import org.planlock.report.DiagnosticText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists every mistake in a plan, and how much of it is still open. */
@Command(
    addMethodSubcommands = false,
    name = "check",
    description = "Read a plan and list every mistake in it.",
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "PLAN", description = "a plan: .plan, .plan.yaml or .plan.groovy")
  private String plan = "";

  @Option(
      names = "--fields",
      description = "also list every field of a complete plan, what is open, and what to write")
  private boolean isListing;

  @Option(names = "--strict", description = "exit with 1 if there are warnings")
  private boolean isStrict;

  @Mixin private FindingOptions screenOptions = new FindingOptions();

  CheckCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var read = Planlock.read(surroundings.file(plan), plan);
    var found = findings(read);
    var coverage = read.value().map(file -> Coverage.of(file.bound()));
    if (screen.isForFindings()) {
      screen.report(found, exitCode(found));
    } else if (screen.isJson()) {
      screen.print(json(read, found, coverage));
    } else {
      screen.print(text(screen, found));
      coverage.ifPresent(known -> screen.print(text(screen, known)));
    }
    return exitCode(found);
  }

  private List<Diagnostic> findings(Checked<PlanFile> read) {
    if (!read.isSound()) {
      return Planlock.survey(surroundings.file(plan), plan);
    }
    var found = new ArrayList<>(read.diagnostics());
    found.addAll(Planlock.check(read.orThrow().bound()));
    return found;
  }

  private static String text(Screen screen, List<Diagnostic> found) {
    return found.isEmpty() ? "" : new DiagnosticText(screen.style()).of(found) + "\n";
  }

  private String text(Screen screen, Coverage coverage) {
    var fields = isListing ? CoverageText.fields(coverage, screen.style().width()) : "";
    return fields + CoverageText.summary(coverage);
  }

  private JsonObject json(
      Checked<PlanFile> read, List<Diagnostic> found, Optional<Coverage> coverage) {
    var json = new JsonObject();
    read.value().ifPresent(file -> json.addProperty("plan", file.id()));
    json.add("diagnostics", DiagnosticJson.of(found));
    coverage.ifPresent(known -> json.add("coverage", CoverageJson.counts(known)));
    if (isListing) {
      coverage.ifPresent(known -> json.add("fields", CoverageJson.fields(known)));
    }
    return json;
  }

  private int exitCode(List<Diagnostic> found) {
    boolean isWarned = found.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
    int code = ExitCode.of(found);
    return code == ExitCode.HOLDS && isStrict && isWarned ? ExitCode.MISMATCH : code;
  }
}
