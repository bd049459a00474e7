package org.planlock.lock.ledger.entry;

import java.util.Optional;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;

/**
 * {@code checkpoint}: a checkpoint of this ledger went to somebody outside.
 *
 * @param head what it says of the ledger
 * @param note digest of the signed note
 * @param holder where it went, if that is to be known
 */
public record Publication(TreeHead head, Sha256 note, Optional<String> holder)
    implements EntryBody {
  static Publication read(BodyFields body) {
    return new Publication(body.head("head"), body.sha256("note"), body.textIfAny("holder"));
  }

  @Override
  public EntryType type() {
    return EntryType.CHECKPOINT;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson()
        .with("head", BodyFields.json(head))
        .with("note", note)
        .withText("holder", holder)
        .fields();
  }
}
