package org.planlock.lock.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planlock.lock.Json;
import org.planlock.lock.JsonWriter;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;

/**
 * What is published of a private lock: digests, and nothing that was written into the plan.
 *
 * <p>A time stamp over the statement alone does not date the root, since nobody who has only the
 * commitment can see that the statement holds it. A time stamp over {@link #sha256()} dates both;
 * it stands in {@code time} with {@code over} = {@value #OVER}.
 *
 * @param statementSha256 the digest of the lock's statement
 * @param fields the number of fields of the plan and the root over them
 * @param time the evidence of time in the form of a lock's {@code time} list, not judged here
 */
public record Commitment(Sha256 statementSha256, TreeHead fields, List<Json.Fields> time) {
  /** The value of {@code over} of evidence that is over {@link #sha256()}. */
  public static final String OVER = "commitment";

  public Commitment {
    time = List.copyOf(time);
  }

  /** The commitment to a private lock, without evidence of time. */
  public static Commitment of(LockedFields lock) {
    return new Commitment(lock.statementSha256(), lock.head(), List.of());
  }

  /** The same with one more piece of evidence of time. */
  public Commitment with(Json.Fields evidence) {
    var all = new ArrayList<>(time);
    all.add(evidence);
    return new Commitment(statementSha256, fields, all);
  }

  /** The digest that names this commitment: of the RFC 8785 JSON of all but the time. */
  public Sha256 sha256() {
    return Sha256.of(JsonWriter.bytes(committed()));
  }

  /** What is committed to, as JSON. */
  Json.Fields committed() {
    return new Json.Fields(
        Map.of(
            "fields",
            new Json.Fields(
                Map.of(
                    "root", new Json.Text(fields.root().hex()),
                    "size", new Json.Number(fields.size()))),
            "format",
            new Json.Text(CommitmentFile.FORMAT),
            "statementSha256",
            new Json.Text(statementSha256.hex())));
  }
}
