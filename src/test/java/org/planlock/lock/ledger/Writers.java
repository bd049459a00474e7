package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.planlock.lock.ledger.entry.EntryType;
import org.planlock.lock.ledger.entry.LedgerEntry;

/** Writers of ledgers for tests, and what they left. */
final class Writers {
  static final Clock CLOCK = Clock.fixed(Ledgers.NOON, ZoneOffset.UTC);

  private Writers() {}

  static LedgerWriter of(LedgerFolder folder) {
    return LedgerWriter.of(folder, CLOCK, "Ada");
  }

  static LedgerFolder begun(Path study) {
    var folder = LedgerFolder.ofStudy(study);
    of(folder).begin(Bodies.STUDY).orThrow();
    return folder;
  }

  static Ledger read(LedgerFolder folder) {
    var read = LedgerReader.read(folder.ledger());
    if (!read.diagnostics().isEmpty()) {
      throw new AssertionError(read.diagnostics().toString());
    }
    return read.orThrow();
  }

  static List<EntryType> types(LedgerFolder folder) {
    return read(folder).entries().stream().map(LedgerEntry::type).toList();
  }

  static void tear(LedgerFolder folder, String torn) throws IOException {
    Files.writeString(folder.ledger(), torn, StandardOpenOption.APPEND);
  }

  static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
