package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.Recovery;
import org.planlock.source.Span;

/**
 * Lines that somebody was stopped from finishing: kept in a file of their own, cut off the ledger,
 * and then told of in it.
 *
 * <p>The file is called pending until the entry is there, so that whoever is stopped between any
 * two of these steps leaves enough for the next one to go on, and none is told of twice.
 */
final class TornLines {
  private static final String PENDING = ".pending";
  private static final Pattern NAME = Pattern.compile("torn-(\\d{1,15})-([0-9a-f]{64})\\.pending");

  private final LedgerFolder folder;

  TornLines(LedgerFolder folder) {
    this.folder = folder;
  }

  /** Keeps what stands behind the end, and cuts it off. */
  List<Diagnostic> setAside(LedgerEnd end) {
    byte[] torn;
    try (var stream = Files.newInputStream(folder.ledger())) {
      stream.skipNBytes(end.tail().bytes());
      torn = stream.readNBytes((int) end.torn());
    } catch (IOException e) {
      return List.of(
          Diagnostic.at(
              Span.none(folder.ledger().toString()),
              Rule.UNREADABLE_FILE,
              "`" + folder.ledger() + "` cannot be read"));
    }
    var kept = folder.torn(end.tail().bytes(), Sha256.of(torn));
    var pending = kept.resolveSibling(kept.getFileName() + PENDING);
    var written = AtomicFile.onDisk().create(pending, torn);
    if (!written.isSound() && !Files.exists(pending)) {
      return written.diagnostics();
    }
    var fault = new LineWriter(folder).cut(end.tail());
    return List.of(fault.orElseGet(() -> moved(kept)));
  }

  private Diagnostic moved(Path kept) {
    return Diagnostic.at(
            Span.none(folder.ledger().toString()),
            Rule.LEDGER_TORN,
            "the ledger ended in the middle of a line, which is now in `" + kept + "`")
        .note("a command was stopped before what it did was recorded, so it did not happen")
        .help("do again what was stopped");
  }

  /** What was kept and is not told of yet, as far as can be seen. */
  List<Recovery> pending() {
    var pending = new ArrayList<Recovery>();
    try (var files = Files.newDirectoryStream(folder.root(), "torn-*" + PENDING)) {
      files.forEach(file -> recovery(file).ifPresent(pending::add));
    } catch (IOException | DirectoryIteratorException e) {
      // the next entry will tell of them
      return List.of();
    }
    return pending;
  }

  private static Optional<Recovery> recovery(Path file) {
    var name = NAME.matcher(file.getFileName().toString());
    try {
      return name.matches()
          ? Optional.of(
              new Recovery(
                  Long.parseLong(name.group(1)), Files.size(file), new Sha256(name.group(2))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether one of these entries tells of it. */
  static boolean isTold(Recovery recovery, List<LedgerEntry> entries) {
    return entries.stream().anyMatch(entry -> entry.body().equals(recovery));
  }

  /** Gives the file its last name, now that the ledger tells of it. */
  void settle(Recovery recovery) {
    var kept = folder.torn(recovery.offset(), recovery.tornSha256());
    try {
      Files.move(
          kept.resolveSibling(kept.getFileName() + PENDING),
          kept,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // it is looked up in the ledger again next time
      return;
    }
  }
}
