package org.planlock.lock.ledger.entry;

import java.util.List;
import java.util.Optional;
import org.planlock.lock.Json;
import org.planlock.lock.Sha256;

/**
 * {@code seal}: files were fixed as they are; a later change of one is a change after the seal.
 *
 * @param lock the lock whose data they are, if there is one yet
 * @param files what was sealed
 * @param keyCommit digest of the key that opens them, if they are encrypted
 */
public record Sealing(Optional<Sha256> lock, List<RecordedFile> files, Optional<Sha256> keyCommit)
    implements EntryBody {
  public Sealing {
    files = List.copyOf(files);
  }

  static Sealing read(BodyFields body) {
    return new Sealing(
        body.sha256IfAny("lock"),
        body.each("files", RecordedFile::read),
        body.sha256IfAny("keyCommit"));
  }

  @Override
  public EntryType type() {
    return EntryType.SEAL;
  }

  @Override
  public Json.Fields json() {
    return new BodyJson()
        .withDigest("lock", lock)
        .with("files", RecordedFile.json(files))
        .withDigest("keyCommit", keyCommit)
        .fields();
  }
}
