package org.planlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands out the file by which an analysis in another language records what it does. */
@Command(
    addMethodSubcommands = false,
    name = "recorder",
    description = {
      "Write the file by which an analysis in R or Python records what it really does.",
      "Load it at the top of the analysis; its first lines say how. `plan compare` judges the record."
    },
    sortOptions = false)
final class RecorderCommand implements Callable<Integer> {
  /** The languages that have a recorder. */
  enum Language {
    R("planlock.R"),
    PYTHON("planlock.py");

    private final String file;

    Language(String file) {
      this.file = file;
    }
  }

  private final Surroundings surroundings;

  @Parameters(paramLabel = "r|python", description = "the language of the analysis")
  private Language language = Language.R;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "a file that is not there yet; without it planlock.R or planlock.py, - prints")
  private Optional<String> out = Optional.empty();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  RecorderCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var name = out.orElse(language.file);
    if (name.equals("-")) {
      screen.print(bytes());
      return ExitCode.HOLDS;
    }
    try (var file =
        Files.newOutputStream(
            surroundings.file(name), java.nio.file.StandardOpenOption.CREATE_NEW)) {
      file.write(bytes());
    } catch (FileAlreadyExistsException e) {
      return screen.stop(List.of(taken(name)));
    } catch (IOException e) {
      return screen.stop(List.of(unwritable(name)));
    }
    screen.print(name + "\n");
    return ExitCode.HOLDS;
  }

  private byte[] bytes() {
    try (var file = Rule.class.getResourceAsStream("/org/planlock/recorders/" + language.file)) {
      if (file == null) {
        throw new IllegalStateException("the program has lost " + language.file);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Diagnostic taken(String name) {
    return Diagnostic.at(Span.none(name), Rule.FILE_EXISTS, "`" + name + "` is there already")
        .help("name another file with `--out`");
  }

  private static Diagnostic unwritable(String name) {
    return Diagnostic.at(Span.none(name), Rule.WRITE_FAILED, "`" + name + "` cannot be written")
        .help("check that its folder is there and may be written to");
  }
}
