package org.planlock.lock.ledger.entry;

import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code deviation}: somebody said that the analysis departs from the plan.
 *
 * @param lock the lock that is departed from
 * @param path of what is done otherwise, in the plan
 * @param reason why
 * @param timing what they say that they knew then
 */
public record DeclaredDeviation(Sha256 lock, String path, String reason, Timing timing)
    implements EntryBody {
  static DeclaredDeviation read(BodyFields body) {
    return new DeclaredDeviation(
        body.sha256("lock"),
        body.text("path"),
        body.text("reason"),
        body.word("timing", Timing.ALL));
  }

  @Override
  public EntryType type() {
    return EntryType.DEVIATION;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson()
        .with("lock", lock)
        .with("path", path)
        .with("reason", reason)
        .with("timing", BodyFields.word(timing))
        .fields();
  }
}
