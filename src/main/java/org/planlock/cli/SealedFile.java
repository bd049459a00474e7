package org.planlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Presence;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.ledger.StudyLedger;
import org.planlock.lock.seal.CustodianKey;
import org.planlock.lock.seal.CustodianKeyFile;
import org.planlock.lock.seal.SealedTable;
import org.planlock.lock.seal.SealedTableFile;
import org.planlock.lock.seal.TableSealer;
import org.planlock.source.Span;

/**
 * A sealed table, its key and the entry that tells of it: all three or none.
 *
 * @param out where the sealed table goes, as typed
 * @param key where its key goes, as typed
 * @param study the folder of the study, if it was named
 */
record SealedFile(Surroundings surroundings, String out, String key, Optional<String> study) {
  static final String ENDING = ".sealed";

  /**
   * What was made.
   *
   * @param ledger the folder of the ledger that tells of it, if one does
   */
  record Made(SealedTable table, Optional<String> ledger) {}

  /** Seals a table; nothing is left if anything fails. */
  Checked<Made> create(byte[] table, String name, TableSealer sealer) {
    var taken =
        Stream.of(key, out)
            .filter(file -> Files.exists(surroundings.file(file)))
            .map(SealedFile::exists)
            .toList();
    if (!taken.isEmpty()) {
      return Checked.failed(taken);
    }
    try (var fresh = CustodianKey.fresh()) {
      return sealer
          .seal(table, name, fresh)
          .then(made -> opening(made, fresh, table))
          .then(made -> written(made, fresh));
    }
  }

  /** The custodian may throw the clear table away: that it comes out again is tried, not hoped. */
  private Checked<SealedTable> opening(SealedTable sealed, CustodianKey fresh, byte[] table) {
    return SealedTableFile.parse(SealedTableFile.bytes(sealed), out)
        .then(read -> read.open(fresh, out))
        .map(
            opened -> {
              if (!java.util.Arrays.equals(opened.bytes(), table)) {
                throw new IllegalStateException("another table would come out than went in");
              }
              return sealed;
            });
  }

  private Checked<Made> written(SealedTable sealed, CustodianKey fresh) {
    var keyFile = surroundings.file(key);
    var keyMade = CustodianKeyFile.create(keyFile, fresh);
    if (!keyMade.isSound()) {
      return Checked.failed(keyMade.diagnostics());
    }
    var tableMade = SealedTableFile.create(surroundings.file(out), sealed);
    if (!tableMade.isSound()) {
      return undone(tableMade.diagnostics(), keyFile);
    }
    var recorded = recorded(sealed);
    return recorded.isSound()
        ? recorded.map(ledger -> new Made(sealed, ledger))
        : undone(recorded.diagnostics(), surroundings.file(out), keyFile);
  }

  private Checked<Optional<String>> recorded(SealedTable sealed) {
    try {
      var folder = studyFolder();
      return folder.isEmpty()
          ? Checked.of(Optional.empty())
          : recorded(sealed, folder.get()).map(Optional::of);
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none(out),
                  Rule.UNREADABLE_FILE,
                  "the folders around `" + out + "` cannot be read")
              .note("so it cannot be told whether a study's ledger is there")
              .help("`--study DIR` names it"));
    }
  }

  private Checked<String> recorded(SealedTable sealed, Path folder) {
    return new StudyLedger(
            LedgerFolder.ofStudy(folder), surroundings.clock(), surroundings.person())
        .seal(sealed.sealing(within(folder)))
        .map(appended -> shown(folder.resolve(".planlock")));
  }

  /** The named folder; else the folder of the sealed table or the one around it, if it has one. */
  private Optional<Path> studyFolder() throws IOException {
    if (study.isPresent()) {
      return study.map(surroundings::file).map(folder -> folder.toAbsolutePath().normalize());
    }
    var beside = surroundings.file(out).toAbsolutePath().normalize().getParent();
    for (var folder :
        Stream.iterate(beside, java.util.Objects::nonNull, Path::getParent).limit(2).toList()) {
      var ledger = LedgerFolder.ofStudy(folder);
      if (!Files.isRegularFile(ledger.root()) && Presence.of(ledger.ledger())) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private String within(Path folder) {
    var file = surroundings.file(out).toAbsolutePath().normalize();
    var path = file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
    return path.toString().replace('\\', '/');
  }

  private String shown(Path folder) {
    var here = surroundings.directory().toAbsolutePath().normalize();
    return folder.startsWith(here) ? here.relativize(folder).toString() : folder.toString();
  }

  /** Takes back what nobody can have got yet. */
  private static Checked<Made> undone(List<Diagnostic> why, Path... files) {
    var left = new ArrayList<Diagnostic>();
    for (var file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        left.add(
            Diagnostic.at(
                    Span.none(file.toString()),
                    Rule.WRITE_FAILED,
                    "`" + file + "` could not be taken back")
                .help("delete it: nothing was sealed"));
      }
    }
    return left.isEmpty()
        ? Checked.failed(why.stream().map(one -> one.note("nothing was sealed")).toList())
        : Checked.<Made>failed(why).after(left);
  }

  private static Diagnostic exists(String file) {
    return Diagnostic.at(Span.none(file), Rule.FILE_EXISTS, "`" + file + "` is there already")
        .note("a key or a sealed table is never overwritten: what it opens would be lost")
        .help("name another file");
  }
}
