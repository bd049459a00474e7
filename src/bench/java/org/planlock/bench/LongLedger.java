package org.planlock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.LedgerFolder;
import org.planlock.lock.ledger.LedgerWriter;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.ExecutionStart;

/**
 * Makes the ledger of a locked study long: executions that were begun and failed, one entry each
 * for begin and end, as {@code plan execute} appends them. Prints how long an append took.
 */
final class LongLedger {
  private LongLedger() {}

  /**
   * Appends until there are so many entries.
   *
   * @param words the study's folder, the digest of its lock, the number of entries
   */
  public static void main(String[] words) throws IOException {
    var study = Path.of(words[0]);
    var lock = Sha256.parse(words[1]).orElseThrow();
    long wanted = Long.parseLong(words[2]);
    var folder = LedgerFolder.ofStudy(study);
    var writer = LedgerWriter.of(folder, Clock.systemUTC(), "bench");
    var timings = new Timings();
    long count = lines(folder);
    while (count < wanted) {
      long begun = System.nanoTime();
      var start = writer.append(new ExecutionStart(lock, List.of())).orThrow();
      timings.add("append", (System.nanoTime() - begun) / 1e9);
      begun = System.nanoTime();
      writer.append(ExecutionEnd.failed(start.entry().seq())).orThrow();
      timings.add("append", (System.nanoTime() - begun) / 1e9);
      count = start.entry().seq() + 2;
    }
    System.out.println(timings.cell("append", "no append"));
  }

  private static long lines(LedgerFolder folder) throws IOException {
    try (var lines = Files.lines(folder.ledger())) {
      return lines.count();
    }
  }
}
