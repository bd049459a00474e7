package org.planlock.lock.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.lock.ledger.entry.LedgerEntry;

/**
 * The end of a ledger as it was found by somebody who may write it.
 *
 * @param tail up to where all is well
 * @param torn number of bytes behind it, of a line without an end
 * @param read the entries that were read to know it: all of them, or only the last
 * @param isAll whether all of them were
 */
record LedgerEnd(LedgerTail tail, long torn, List<LedgerEntry> read, boolean isAll) {
  LedgerEnd {
    read = List.copyOf(read);
  }

  /** The time of the last entry. */
  Optional<Instant> lastTime() {
    return read.isEmpty() ? Optional.empty() : Optional.of(read.get(read.size() - 1).time());
  }

  /** What follows from all entries. */
  LedgerState state() {
    if (!isAll) {
      throw new IllegalStateException("not all entries were read");
    }
    return LedgerState.of(read);
  }

  /** The end without the line that had none. */
  LedgerEnd withoutTorn() {
    return new LedgerEnd(tail, 0, read, isAll);
  }

  /** The end after one more entry. */
  LedgerEnd after(LedgerEntry entry, byte[] line) {
    var all = new ArrayList<>(read);
    all.add(entry);
    return new LedgerEnd(tail.after(line, tail.bytes() + line.length + 1), 0, all, isAll);
  }
}
