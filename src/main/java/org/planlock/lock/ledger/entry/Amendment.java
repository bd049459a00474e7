package org.planlock.lock.ledger.entry;

import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code supersede}: a lock took the place of an earlier one.
 *
 * @param parent the lock that it replaces
 * @param reason why, in the words of whoever amended
 * @param timing what they say that they knew then; {@code LedgerState} tells what the ledger shows
 */
public record Amendment(LockedPlan locked, Sha256 parent, String reason, Timing timing)
    implements EntryBody {
  static Amendment read(BodyFields body) {
    return new Amendment(
        LockedPlan.read(body),
        body.sha256("parent"),
        body.text("reason"),
        body.word("timing", Timing.ALL));
  }

  @Override
  public EntryType type() {
    return EntryType.SUPERSEDE;
  }

  @Override
  public Json.Fields json() {
    return locked
        .json()
        .with("parent", parent)
        .with("reason", reason)
        .with("timing", BodyFields.word(timing))
        .fields();
  }
}
