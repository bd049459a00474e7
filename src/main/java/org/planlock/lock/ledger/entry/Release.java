package org.planlock.lock.ledger.entry;

import java.util.Optional;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;

/**
 * {@code release}: the custodian opened what was sealed, for one lock alone.
 *
 * @param lock the one lock
 * @param allocation digest of what was sealed
 * @param file digest of the release file, which the custodian signed
 * @param head the ledger that the custodian saw
 * @param emergency set if it was opened for one participant alone
 */
public record Release(
    Sha256 lock, Sha256 allocation, Sha256 file, TreeHead head, Optional<Emergency> emergency)
    implements EntryBody {
  /** Why the allocation of one participant had to be known. */
  public record Emergency(String participant, String reason) {
    static Emergency read(BodyFields fields) {
      return new Emergency(fields.text("participant"), fields.text("reason"));
    }

    Json json() {
      return new BodyJson().with("participant", participant).with("reason", reason).fields();
    }
  }

  static Release read(BodyFields body) {
    return new Release(
        body.sha256("lock"),
        body.sha256("allocation"),
        body.sha256("file"),
        body.head("head"),
        body.fieldsIfAny("emergency", Emergency::read));
  }

  @Override
  public EntryType type() {
    return EntryType.RELEASE;
  }

  @Override
  public Json.Fields json() {
    var json =
        new BodyJson()
            .with("lock", lock)
            .with("allocation", allocation)
            .with("file", file)
            .with("head", BodyFields.json(head));
    emergency.ifPresent(e -> json.with("emergency", e.json()));
    return json.fields();
  }
}
