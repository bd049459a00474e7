package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.data.TableFormat;
import org.planlock.data.TableReader;
import org.planlock.data.TextTable;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.intake.json.JsonText;
import org.planlock.intake.json.JsonValue;
import org.planlock.intake.table.OfferedTable;
import org.planlock.intake.table.TableSight;
import org.planlock.lock.BoundedFile;
import org.planlock.source.Span;

/**
 * The tables of a study: {@code participants.tsv} and {@code phenotype/*.tsv} of a BIDS folder with
 * their sidecars, or one table.
 *
 * @param typed as the user named it
 */
record DataFolder(Path path, String typed) {
  static final String PARTICIPANTS = "participants.tsv";

  private static final int LARGEST_SIDECAR = 4 << 20;
  private static final int MOST_TABLES = 200;

  /** All tables, or what is wrong with any of them. */
  Checked<List<OfferedTable>> tables() {
    if (Files.isRegularFile(path)) {
      var name = String.valueOf(path.getFileName());
      return table(path, typed, name).map(List::of);
    }
    if (!Files.isDirectory(path)) {
      return missing("there is no `" + typed + "`");
    }
    var files = files();
    if (files.isEmpty()) {
      return missing("`" + typed + "` has neither `participants.tsv` nor `phenotype/*.tsv`");
    }
    if (files.size() > MOST_TABLES) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none(typed),
                  Rule.TABLE_TOO_LARGE,
                  "`" + typed + "` has more than " + MOST_TABLES + " tables")
              .help("name one of them: `--data " + typed + "/" + PARTICIPANTS + "`"));
    }
    return all(files);
  }

  private Checked<List<OfferedTable>> all(List<Path> files) {
    var tables = new ArrayList<OfferedTable>();
    var found = new ArrayList<Diagnostic>();
    for (var file : files) {
      var within = path.relativize(file).toString().replace('\\', '/');
      var read = table(file, typed + "/" + within, within);
      found.addAll(read.diagnostics());
      read.value().ifPresent(tables::add);
    }
    return found.stream().anyMatch(Diagnostic::isError)
        ? Checked.failed(found)
        : Checked.of(tables, found);
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    if (Files.exists(path.resolve(PARTICIPANTS))) {
      files.add(path.resolve(PARTICIPANTS));
    }
    var phenotype = path.resolve("phenotype");
    if (Files.isDirectory(phenotype)) {
      try (Stream<Path> inside = Files.list(phenotype)) {
        inside
            .filter(file -> file.toString().endsWith(".tsv"))
            .sorted()
            .limit(MOST_TABLES + 1L)
            .forEach(files::add);
      } catch (IOException e) {
        // a folder that cannot be listed offers nothing
        return files;
      }
    }
    return files;
  }

  private Checked<List<OfferedTable>> missing(String message) {
    return Checked.failed(
        Diagnostic.at(Span.none(typed), Rule.FILE_MISSING, message)
            .help("name the folder that holds `participants.tsv`, or one table: `--data FILE`"));
  }

  private static Checked<OfferedTable> table(Path file, String typed, String within) {
    var table = TableReader.read(file, typed, TableFormat.plain());
    var sidecar = sidecar(file, typed);
    return new Checked<>(
            sidecar.isSound() ? table.value() : Optional.<org.planlock.data.TableFile>empty(),
            Stream.concat(table.diagnostics().stream(), sidecar.diagnostics().stream()).toList())
        .map(
            read ->
                new OfferedTable(
                    stem(within),
                    within,
                    within.endsWith(".tsv"),
                    new Sight(read.table()),
                    sidecar.value().flatMap(it -> it)));
  }

  private static Checked<Optional<JsonValue>> sidecar(Path table, String typed) {
    var name = String.valueOf(table.getFileName());
    var beside = table.resolveSibling(name.replaceFirst("\\.[^.]*$", ".json"));
    if (!Files.exists(beside) || beside.equals(table)) {
      return Checked.of(Optional.empty());
    }
    var called = typed.replaceFirst("\\.[^.]*$", ".json");
    return BoundedFile.read(beside, called, LARGEST_SIDECAR)
        .then(bytes -> JsonText.read(called, bytes))
        .map(Optional::of);
  }

  private static String stem(String within) {
    return within.substring(within.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
  }

  /** Whether a name looks like that of a table. */
  static boolean isTable(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".tsv") || lower.endsWith(".csv");
  }

  private record Sight(TextTable table) implements TableSight {
    @Override
    public List<String> header() {
      return table.header();
    }

    @Override
    public int rows() {
      return table.rows();
    }

    @Override
    public String cell(int row, int column) {
      return table.cell(row, column);
    }

    @Override
    public Span placeOf(int column) {
      return table.headerPlace(column);
    }
  }
}
