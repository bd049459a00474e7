package org.planlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.lock.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives the file that records an analysis in R. */
@Command(
    addMethodSubcommands = false,
    name = "recorder",
    description = {
      "Write the recorder of an analysis in R: planlock.R, one file that needs base R and jsonlite.",
      "`plan compare` reads what it records."
    },
    sortOptions = false)
final class RecorderCommand implements Callable<Integer> {
  /** What the analysis is written in. */
  enum Language {
    R("planlock.R");

    private final String file;

    Language(String file) {
      this.file = file;
    }
  }

  private final Surroundings surroundings;

  @Parameters(paramLabel = "r", description = "what the analysis is written in")
  private Language language = Language.R;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "a file that is not there yet; without it the text is printed")
  private Optional<String> out = Optional.empty();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  RecorderCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    if (out.isEmpty()) {
      screen.print(text());
      return ExitCode.HOLDS;
    }
    var written =
        AtomicFile.onDisk()
            .create(surroundings.file(out.get()), text().getBytes(StandardCharsets.UTF_8));
    return written.isSound() ? ExitCode.HOLDS : screen.stop(written.diagnostics());
  }

  private String text() {
    try (var file =
        RecorderCommand.class.getResourceAsStream("/org/planlock/recorders/" + language.file)) {
      if (file == null) {
        throw new IllegalStateException("no " + language.file + " in this installation");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
