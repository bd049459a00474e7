package org.planlock.lock.ledger.entry;

import org.planlock.lock.Json;

/**
 * {@code init}: the ledger of a study begins; always its first entry, and never another.
 *
 * @param study its {@linkplain StudyName name}, the origin of every checkpoint
 */
public record Beginning(String study) implements EntryBody {
  static Beginning read(BodyFields body) {
    return new Beginning(body.study("study"));
  }

  @Override
  public EntryType type() {
    return EntryType.INIT;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson().with("study", study).fields();
  }
}
