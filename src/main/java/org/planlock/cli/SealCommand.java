package org.planlock.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.RegularFile;
import org.planlock.lock.seal.CellSeparator;
import org.planlock.lock.seal.SealedColumns;
import org.planlock.lock.seal.TableSealer;
import org.planlock.report.Visible;
import org.planlock.source.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The custodian's first step: a table of which others see who is in, and nothing more. */
@Command(
    name = "seal",
    description = {
      "Seal columns of a table, such as the allocation or the outcome, so that whoever analyses can"
          + " see who is in, and nothing of these columns. Done by the custodian: somebody who"
          + " analyses none of the data.",
      "The whole table goes into FILE, encrypted; KEY opens it. `plan release` opens it for one"
          + " locked plan."
    },
    footer = {"", "Exit codes: 0 sealed, 3 the table cannot be sealed, 7 a file is there already."},
    sortOptions = false)
final class SealCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "TABLE", description = "the table in clear: .csv or .tsv")
  private String table = "";

  @Option(
      names = "--ids",
      required = true,
      paramLabel = "COLUMN",
      description = "the column that names the participants; everybody can read it")
  private String ids = "";

  @Option(
      names = "--columns",
      required = true,
      split = ",",
      paramLabel = "A,B",
      description = "the columns to seal")
  private List<String> columns = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the sealed table, to be handed over; its name ends in .sealed")
  private String out = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "FILE",
      description = "a new key, to be kept; it is not there yet")
  private String key = "";

  @Option(
      names = "--separator",
      paramLabel = "tab|comma|semicolon",
      description = "what stands between cells, where the name of the table does not tell")
  private Optional<CellSeparator> separator = Optional.empty();

  @Option(
      names = "--study",
      paramLabel = "DIR",
      description =
          "the study's folder, in whose ledger it is recorded; without it the ledger beside FILE, or"
              + " one folder up, if there is one")
  private Optional<String> study = Optional.empty();

  @Mixin private ScreenOptions screenOptions = new ScreenOptions();

  SealCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var screen = screenOptions.screen(surroundings);
    var file = new SealedFile(surroundings, out, key, study);
    var made =
        named()
            .then(yes -> RegularFile.read(surroundings.file(table), table, TableSealer.MOST_BYTES))
            .then(bytes -> file.create(bytes, name(table), sealer()));
    if (!made.isSound()) {
      return screen.stop(made.diagnostics());
    }
    screen.warn(made.diagnostics());
    print(screen, made.orThrow());
    return ExitCode.HOLDS;
  }

  private Checked<Boolean> named() {
    return out.endsWith(SealedFile.ENDING)
        ? Checked.of(true)
        : Checked.failed(
            Diagnostic.at(
                    Span.none(out),
                    Rule.REASON_WANTED,
                    "the name of a sealed table ends in .sealed")
                .note("by that it is found among the data when the plan is executed")
                .help("`--out " + out + SealedFile.ENDING + "`"));
  }

  private TableSealer sealer() {
    var sealer = TableSealer.of(new SealedColumns(ids, columns));
    return separator.map(sealer::separatedBy).orElse(sealer);
  }

  private static String name(String path) {
    return String.valueOf(Path.of(path).getFileName());
  }

  private void print(Screen screen, SealedFile.Made made) {
    if (screen.isJson()) {
      screen.print(json(made));
      return;
    }
    int people = made.table().participants().size();
    screen.print(
        "sealed     "
            + Visible.text(name(table))
            + "   "
            + people
            + (people == 1 ? " participant; " : " participants; ")
            + Visible.text(String.join(", ", made.table().header().columns().sealed()))
            + " can be read by nobody without the key\n"
            + "hand over  "
            + Visible.text(out)
            + "   to whoever analyses\n"
            + "keep       "
            + Visible.text(key)
            + "   where they cannot open it, and a copy: without it nobody opens the table again\n"
            + "keep       "
            + Visible.text(table)
            + "   where they cannot open it either: it is not sealed, only its copy is\n"
            + made.ledger()
                .map(folder -> "recorded   in " + Visible.text(folder) + "\n")
                .orElse("recorded   nowhere: no study's ledger is near; `--study DIR` names it\n"));
  }

  private JsonObject json(SealedFile.Made made) {
    var json = new JsonObject();
    json.addProperty("sealed", out);
    json.addProperty("sha256", made.table().sha256().hex());
    json.addProperty("keyCommit", made.table().header().keyCommit().hex());
    json.addProperty("participants", made.table().participants().size());
    json.addProperty("ledger", made.ledger().orElse(null));
    return json;
  }
}
