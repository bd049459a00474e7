package org.planlock.lock.ledger.entry;

import org.planlock.lock.Json;

/** {@code lock}: a plan was locked for the first time. */
public record Locking(LockedPlan locked) implements EntryBody {
  static Locking read(BodyFields body) {
    return new Locking(LockedPlan.read(body));
  }

  @Override
  public EntryType type() {
    return EntryType.LOCK;
  }

  @Override
  public Json.Fields json() {
    return locked.json().fields();
  }
}
