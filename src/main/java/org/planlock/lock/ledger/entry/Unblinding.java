package org.planlock.lock.ledger.entry;

import java.util.Optional;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code unblind}: the analyst came to know the allocation.
 *
 * @param lock the lock that was then in force
 * @param release digest of the release file that opened it; none if there was no custodian
 * @param reason why it was known already, if it was
 */
public record Unblinding(Sha256 lock, Optional<Sha256> release, Optional<String> reason)
    implements EntryBody {
  static Unblinding read(BodyFields body) {
    return new Unblinding(
        body.sha256("lock"), body.sha256IfAny("release"), body.textIfAny("reason"));
  }

  @Override
  public EntryType type() {
    return EntryType.UNBLIND;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson()
        .with("lock", lock)
        .withDigest("release", release)
        .withText("reason", reason)
        .fields();
  }
}
