package org.planlock.lock.commitment;

import java.util.List;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.InclusionProof;
import org.planlock.lock.merkle.TreeHead;

/**
 * A revealed field with its place among all fields and what proves it.
 *
 * @param index of its leaf, from 0
 * @param proof the hashes beside the way from its leaf to the root (RFC 9162 §2.1.3)
 */
public record ProvenField(Field field, long index, List<Sha256> proof) {
  public ProvenField {
    proof = List.copyOf(proof);
  }

  /** Whether it is one of the fields under a root. */
  public boolean holds(TreeHead head) {
    return new InclusionProof(index, head.size(), proof).holds(field.leaf(), head);
  }
}
