package org.planlock.lock.ledger.entry;

import org.planlock.lock.Json;

/**
 * What happened, as one entry of a ledger records it.
 *
 * <p>Any texts may be put into these records; what a ledger cannot hold is found when the entry is
 * about to be written.
 */
public sealed interface EntryBody
    permits Beginning,
        Locking,
        Amendment,
        Timestamping,
        Sealing,
        Release,
        Unblinding,
        ExecutionStart,
        ExecutionEnd,
        Reporting,
        DeclaredDeviation,
        Recovery,
        Publication {
  /** The type of entry that this is the body of. */
  EntryType type();

  /** The value of {@code body}. */
  Json.Fields json();
}
