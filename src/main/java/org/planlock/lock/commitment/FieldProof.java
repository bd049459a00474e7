package org.planlock.lock.commitment;

import java.util.List;
import java.util.Optional;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;

/**
 * Some fields of a private plan, revealed so that anybody can check that they were committed to.
 *
 * @param statementSha256 the digest of the lock's statement
 * @param head the number of all fields and the root over them
 * @param absent a path that the plan is shown not to have; {@code fields} are then those beside the
 *     gap
 * @param fields in the order of their leaves; at least one
 */
public record FieldProof(
    Sha256 statementSha256, TreeHead head, Optional<String> absent, List<ProvenField> fields) {
  public FieldProof {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a proof of nothing");
    }
  }
}
