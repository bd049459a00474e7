package org.planlock.lock.ledger;

import java.time.Instant;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.LedgerEntry;

/**
 * An entry of one type.
 *
 * @param seq its number in the ledger
 * @param time by the clock of whoever wrote it
 * @param actor who wrote it
 */
public record Recorded<T extends EntryBody>(long seq, Instant time, String actor, T body) {
  static <T extends EntryBody> Recorded<T> of(LedgerEntry entry, T body) {
    return new Recorded<>(entry.seq(), entry.time(), entry.actor(), body);
  }
}
