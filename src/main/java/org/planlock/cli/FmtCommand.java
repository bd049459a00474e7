package org.planlock.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.RegularFile;
import org.planlock.report.DiagnosticJson;
import org.planlock.syntax.SourceReading;
import org.planlock.syntax.notation.PlanFormat;
import org.planlock.syntax.notation.PlanNotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lays out the text of plans, in place. */
@Command(
    name = "fmt",
    description = "Lay out plans in place: indentation and blanks; comments and meaning stay.",
    sortOptions = false)
final class FmtCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "PLAN", arity = "1..*", description = "plans in any notation")
  private List<String> plans = List.of();

  @Option(
      names = "--check",
      description = "write nothing; list what would change, and exit with 1 if anything would")
  private boolean isChecking;

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  FmtCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** How a file is laid out, and whether it was not. */
  private record LaidOut(String name, String text, boolean isOther) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var changed = new ArrayList<String>();
    var found = new ArrayList<Diagnostic>();
    for (var plan : plans) {
      var one = laidOut(plan).then(this::write);
      found.addAll(one.diagnostics());
      one.value().filter(LaidOut::isOther).map(LaidOut::name).ifPresent(changed::add);
    }
    if (screen.isJson()) {
      screen.print(json(changed, found));
    } else {
      changed.forEach(
          name -> screen.print((isChecking ? "would lay out " : "laid out ") + name + "\n"));
      screen.complain(found);
    }
    int code = ExitCode.of(found);
    return code == ExitCode.HOLDS && isChecking && !changed.isEmpty() ? ExitCode.MISMATCH : code;
  }

  private Checked<LaidOut> laidOut(String name) {
    return PlanNotation.of(name)
        .then(
            notation ->
                RegularFile.read(surroundings.file(name), name, SourceReading.MOST_BYTES)
                    .then(
                        before ->
                            SourceReading.of(name, before)
                                .then(source -> PlanFormat.of(notation, source))
                                .map(text -> laidOut(name, text, before))));
  }

  private static LaidOut laidOut(String name, String text, byte[] before) {
    return new LaidOut(name, text, !Arrays.equals(before, text.getBytes(StandardCharsets.UTF_8)));
  }

  private Checked<LaidOut> write(LaidOut file) {
    return isChecking || !file.isOther()
        ? Checked.of(file)
        : AtomicFile.onDisk()
            .replace(surroundings.file(file.name()), file.bytes())
            .map(written -> file);
  }

  private JsonObject json(List<String> changed, List<Diagnostic> found) {
    var names = new JsonArray();
    changed.forEach(names::add);
    var json = new JsonObject();
    json.add(isChecking ? "wouldChange" : "changed", names);
    json.add("diagnostics", DiagnosticJson.of(found));
    return json;
  }
}
