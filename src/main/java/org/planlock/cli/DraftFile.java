package org.planlock.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.DraftText;
import org.planlock.lock.AtomicFile;
import org.planlock.plan.coverage.Coverage;
import org.planlock.source.Span;
import org.planlock.syntax.notation.PlanNotation;
import picocli.CommandLine.Option;

/** Where a command that drafts a plan puts it, and how it is written. */
final class DraftFile {
  @Option(
      names = "--as",
      paramLabel = "plan|yaml|groovy",
      description = "the notation, where no file name tells it")
  private Optional<String> as = Optional.empty();

  @Option(names = "--force", description = "write over a file that is there")
  private boolean isForced;

  /** A place for a plan. */
  record Place(String name, PlanNotation notation) {}

  /** A plan that was written. */
  record Done(String name, Coverage coverage) {}

  /** The notation that was asked for, as a word; empty if nothing says it. */
  Optional<String> notationWord(Optional<String> file) {
    return as.or(
        () ->
            file.flatMap(name -> PlanNotation.of(name).value())
                .map(notation -> ScreenOptions.lower(notation)));
  }

  /** The name of the plan that the file's name suggests. */
  static String id(Optional<String> file, String otherwise) {
    var stem =
        file.map(name -> String.valueOf(Path.of(name).getFileName()))
            .orElse("")
            .replaceFirst("(?i)(\\.plan)?(\\.(ya?ml|json|groovy))?$", "")
            .replaceAll("[^\\p{L}\\p{N}._-]", "-");
    return stem.isEmpty() ? otherwise : stem;
  }

  /** The file and notation, if they agree. */
  Checked<Place> place(Optional<String> file, String id, Optional<String> asked) {
    var word = asked.or(() -> notationWord(file)).orElse("plan").toLowerCase(Locale.ROOT);
    var notation =
        Arrays.stream(PlanNotation.values())
            .filter(one -> ScreenOptions.lower(one).equals(word))
            .findFirst();
    if (notation.isEmpty()) {
      return Checked.failed(unknown(word, "there is no notation `" + word + "`"));
    }
    var name = file.orElseGet(() -> id + ending(notation.get()));
    return PlanNotation.of(name)
        .then(
            said ->
                said == notation.get()
                    ? Checked.of(new Place(name, said))
                    : Checked.failed(
                        unknown(word, "`" + name + "` is the name of a plan in another notation")));
  }

  private static Diagnostic unknown(String word, String message) {
    return Diagnostic.at(Span.none("--as " + word), Rule.UNKNOWN_NOTATION, message)
        .help(
            "name it `something.plan`, `something.plan.yaml` or `something.plan.groovy`, as it is written");
  }

  private static String ending(PlanNotation notation) {
    return notation == PlanNotation.YAML ? ".plan" + notation.ending() : notation.ending();
  }

  /** Writes a draft whole, or nothing. */
  Checked<Done> write(Surroundings surroundings, Place place, DraftText.Written text) {
    return put(surroundings.file(place.name()), text.text().getBytes(StandardCharsets.UTF_8))
        .map(path -> new Done(place.name(), text.coverage()));
  }

  Checked<Path> put(Path target, byte[] bytes) {
    var disk = AtomicFile.onDisk();
    return isForced ? disk.replace(target, bytes) : disk.create(target, bytes);
  }
}
