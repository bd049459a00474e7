package org.planlock.lock.ledger.entry;

import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code recover}: a line that somebody was stopped from finishing was moved aside.
 *
 * @param offset where in the ledger it began, in bytes
 * @param bytes their number
 * @param tornSha256 their digest, by which the file that holds them is named
 */
public record Recovery(long offset, long bytes, Sha256 tornSha256) implements EntryBody {
  static Recovery read(BodyFields body) {
    return new Recovery(body.whole("offset"), body.whole("bytes"), body.sha256("tornSha256"));
  }

  @Override
  public EntryType type() {
    return EntryType.RECOVER;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson()
        .with("offset", offset)
        .with("bytes", bytes)
        .with("tornSha256", tornSha256)
        .fields();
  }
}
