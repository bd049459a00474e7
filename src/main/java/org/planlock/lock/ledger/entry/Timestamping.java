package org.planlock.lock.ledger.entry;

import java.util.Optional;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code timestamp}: somebody outside attested a time.
 *
 * @param kind of the evidence, such as {@code rfc3161}
 * @param over digest of what was attested, such as a statement or a checkpoint
 * @param token digest of the evidence
 * @param authority who attested it, as far as is known
 */
public record Timestamping(String kind, Sha256 over, Sha256 token, Optional<String> authority)
    implements EntryBody {
  static Timestamping read(BodyFields body) {
    return new Timestamping(
        body.text("kind"), body.sha256("over"), body.sha256("token"), body.textIfAny("authority"));
  }

  @Override
  public EntryType type() {
    return EntryType.TIMESTAMP;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson()
        .with("kind", kind)
        .with("over", over)
        .with("token", token)
        .withText("authority", authority)
        .fields();
  }
}
