package org.planlock.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.planlock.diagnostic.Checked;
import org.planlock.intake.DraftText;
import org.planlock.intake.document.DocumentFormat;
import org.planlock.intake.document.Imported;
import org.planlock.intake.document.PlanFromDocument;
import org.planlock.lock.BoundedFile;
import org.planlock.report.CoverageJson;
import org.planlock.report.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a plan of what another program's plan says, and tells what it could not say. */
@Command(
    name = "import",
    description = {
      "Make a plan of a BIDS Stats Model, a CDISC ARS reporting event, an OSF registration or a",
      "preregr registration (JSON). What carries over becomes a field; everything else stays open,",
      "with its sentence as a comment beside it."
    },
    sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  private static final int LARGEST_DOCUMENT = 8 << 20;
  private static final int WIDEST_VALUE = 60;

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the document")
  private String document = "";

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "bids-stats-model, ars, osf or preregr, where the document does not show it")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "the plan, a file that is not there yet (default: of the document's name)")
  private Optional<String> out = Optional.empty();

  @Mixin private DraftFile draftFile = new DraftFile();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  ImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What was imported, and where it was written. */
  private record Done(Imported imported, DraftFile.Done file) {}

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var format = from.map(this::format);
    var id = DraftFile.id(out.or(() -> Optional.of(document)), "imported");
    var done =
        draftFile
            .place(out, id, Optional.empty())
            .then(
                place ->
                    BoundedFile.read(surroundings.file(document), document, LARGEST_DOCUMENT)
                        .then(bytes -> PlanFromDocument.read(document, bytes, format, id))
                        .then(imported -> write(place, imported)));
    if (!done.isSound()) {
      return screen.stop(done.diagnostics());
    }
    screen.warn(done.diagnostics());
    if (screen.isJson()) {
      screen.print(json(done.orThrow()));
    } else {
      screen.print(text(done.orThrow()));
    }
    return ExitCode.HOLDS;
  }

  private DocumentFormat format(String word) {
    return DocumentFormat.of(word)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "there is no format `"
                        + word
                        + "`; known are "
                        + String.join(", ", DocumentFormat.words())));
  }

  private Checked<Done> write(DraftFile.Place place, Imported imported) {
    return new DraftText(place.name(), place.notation())
        .write(imported.draft())
        .then(text -> draftFile.write(surroundings, place, text))
        .map(file -> new Done(imported, file));
  }

  private static String text(Done done) {
    var imported = done.imported();
    var carried =
        imported.carried().stream()
            .map(
                it ->
                    "  "
                        + Visible.text(it.path())
                        + " = "
                        + brief(it.value())
                        + "   from "
                        + Visible.text(it.place())
                        + "\n")
            .collect(Collectors.joining());
    var left =
        imported.left().stream()
            .map(
                it ->
                    "  "
                        + field(it.field())
                        + Visible.text(it.topic())
                        + "   at "
                        + Visible.text(it.place())
                        + "\n")
            .collect(Collectors.joining());
    return "read as "
        + imported.format().title()
        + "\ncarried over: "
        + imported.carried().size()
        + "\n"
        + carried
        + "left to you, each with its sentence in the plan: "
        + imported.left().size()
        + "\n"
        + left
        + "wrote "
        + done.file().name()
        + "\n"
        + done.file().coverage().summary()
        + "   (plan check "
        + done.file().name()
        + " --fields lists them)\n";
  }

  private static String field(String id) {
    return String.format(java.util.Locale.ROOT, "%-4s", id);
  }

  private static String brief(String value) {
    var shown = Visible.text(value);
    return shown.length() <= WIDEST_VALUE ? shown : shown.substring(0, WIDEST_VALUE) + "…";
  }

  private static JsonObject json(Done done) {
    var json = new JsonObject();
    json.addProperty("plan", done.file().name());
    json.addProperty("format", done.imported().format().word());
    var carried = new JsonArray();
    for (var one : done.imported().carried()) {
      var entry = new JsonObject();
      entry.addProperty("path", one.path());
      entry.addProperty("value", one.value());
      entry.addProperty("place", one.place());
      carried.add(entry);
    }
    json.add("carried", carried);
    var left = new JsonArray();
    for (var one : done.imported().left()) {
      var entry = new JsonObject();
      entry.addProperty("field", one.field());
      entry.addProperty("topic", one.topic());
      entry.addProperty("place", one.place());
      entry.addProperty("sentence", one.sentence());
      left.add(entry);
    }
    json.add("left", left);
    json.add("coverage", CoverageJson.counts(done.file().coverage()));
    return json;
  }
}
