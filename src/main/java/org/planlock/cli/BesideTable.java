package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.Presence;
import org.planlock.lock.seal.BlindedFile;
import org.planlock.lock.seal.SealedTableFile;
import org.planlock.source.Span;

/** The sealed and blinded files in the folder of a table that tell that they are this table. */
final class BesideTable {
  private static final int MOST_BYTES = 64 << 20;

  private final Path data;
  private final Path file;
  private final List<Diagnostic> faults = new ArrayList<>();
  private final List<Diagnostic> doubts = new ArrayList<>();

  BesideTable(Path data, Path file) {
    this.data = data;
    this.file = file;
  }

  /** What is wrong with files that could be this table. */
  List<Diagnostic> faults() {
    return faults;
  }

  /** What nobody can tell: which of two files is meant, or whether one is there. */
  List<Diagnostic> doubts() {
    return doubts;
  }

  /** Whether the table itself lies there; where that cannot be told nothing can go on. */
  boolean isOpen() {
    try {
      return Presence.of(file);
    } catch (IOException e) {
      doubts.add(
          Diagnostic.at(
                  Span.none(file.toString()),
                  Rule.UNREADABLE_FILE,
                  "it cannot be told whether `" + file + "` is there")
              .help("check that you may read its folder"));
      return false;
    }
  }

  Optional<HeldTables.Sealed> sealed() {
    return named(SealedFile.ENDING, SealedTableFile::parse, table -> isThis(table.header().file()))
        .map(found -> new HeldTables.Sealed(found.name(), found.value()));
  }

  Optional<HeldTables.Blinded> blinded() {
    return named(HeldTables.BLINDED, BlindedFile::parse, copy -> isThis(copy.file()))
        .map(found -> new HeldTables.Blinded(found.name(), found.value()));
  }

  private record Found<T>(String name, T value) {}

  private boolean isThis(String name) {
    return file.endsWith(name);
  }

  /** The only file of a kind that is this table; of two nobody can tell which is meant. */
  private <T> Optional<Found<T>> named(
      String ending, BiFunction<byte[], String, Checked<T>> parse, Predicate<T> isThis) {
    var all = new ArrayList<Found<T>>();
    for (var path : ending(ending)) {
      var name = data.relativize(path).toString().replace('\\', '/');
      var read = BoundedFile.read(path, name, MOST_BYTES).then(bytes -> parse.apply(bytes, name));
      if (!read.isSound()) {
        faults.addAll(read.diagnostics());
      } else if (isThis.test(read.orThrow())) {
        all.add(new Found<>(name, read.orThrow()));
      }
    }
    if (all.size() > 1) {
      doubts.add(several(all.get(0).name(), all.get(1).name()));
      return Optional.empty();
    }
    return all.stream().findFirst();
  }

  private List<Path> ending(String ending) {
    var folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      faults.add(
          Diagnostic.at(
              Span.none(folder.toString()),
              Rule.UNREADABLE_FILE,
              "the folder `" + folder + "` cannot be listed"));
      return List.of();
    }
  }

  private Diagnostic several(String one, String other) {
    return Diagnostic.at(
            Span.none(one),
            Rule.STILL_SEALED,
            "`" + one + "` and `" + other + "` are both `" + file.getFileName() + "`")
        .help("leave only the one that is to be executed in the folder");
  }
}
