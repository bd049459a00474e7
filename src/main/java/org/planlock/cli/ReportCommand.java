package org.planlock.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.OutputFolder;
import org.planlock.diagnostic.Checked;
import org.planlock.report.journal.JournalPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the pages for a journal again from a finished execution. */
@Command(
    addMethodSubcommands = false,
    name = "report",
    description = {
      "Make the deviations table and the methods paragraph of a finished execution again, from its"
          + " lock, trace and results: the same bytes as in its folder.",
      "Without --out they are printed."
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 results and trace do not belong together or results were edited, 3"
          + " unreadable, 5 a file is missing, 7 a blind execution."
    },
    sortOptions = false)
final class ReportCommand implements Callable<Integer> {
  /** How the table is written. */
  enum TableFormat {
    MD,
    CSV,
    JSON
  }

  private final Surroundings surroundings;

  @Parameters(paramLabel = "RUN", description = "the folder that `plan execute` wrote")
  private String run = "";

  @Option(
      names = "--lock",
      paramLabel = "LOCK",
      description = "the lock that was executed; else looked for beside RUN and in this folder")
  private Optional<String> lock = Optional.empty();

  @Option(names = "--deviations", description = "the table alone")
  private boolean isTableOnly;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "of the table: md, csv or json; csv and json come without the paragraph")
  private TableFormat format = TableFormat.MD;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "a folder that is not there yet; all four files, or the one that is asked for")
  private Optional<String> out = Optional.empty();

  @Mixin private CommonOptions common = new CommonOptions();

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen =
        common.screen(
            surroundings, format == TableFormat.JSON ? FindingFormat.JSON : FindingFormat.TEXT);
    if (common.isJson()) {
      format = TableFormat.JSON;
    }
    var pages = new FinishedRun(surroundings, run, lock).pages();
    if (!pages.isSound()) {
      return screen.stop(pages.diagnostics());
    }
    if (out.isEmpty()) {
      printed(pages.orThrow(), screen);
      return ExitCode.HOLDS;
    }
    var written = written(pages.orThrow(), out.get());
    return written.isSound() ? ExitCode.HOLDS : screen.stop(written.diagnostics());
  }

  private void printed(JournalPages pages, Screen screen) {
    switch (format) {
      case CSV -> screen.print(pages.csv());
      case JSON -> screen.print(pages.json());
      case MD ->
          screen.print(isTableOnly ? pages.markdown() : pages.methods() + "\n" + pages.markdown());
    }
  }

  private Checked<String> written(JournalPages pages, String name) {
    var folder = OutputFolder.at(surroundings.file(name), name);
    if (!folder.isSound()) {
      return Checked.failed(folder.diagnostics());
    }
    try (var output = folder.orThrow()) {
      output.write(asked(pages));
      return output.publish();
    } catch (IOException e) {
      return Checked.failed(List.of(OutputFolder.unwritable(name)));
    }
  }

  private Map<String, String> asked(JournalPages pages) {
    var files = new LinkedHashMap<>(pages.byFile());
    if (isTableOnly || format != TableFormat.MD) {
      files.keySet().retainAll(List.of("deviations." + format.name().toLowerCase(Locale.ROOT)));
    }
    return files;
  }
}
