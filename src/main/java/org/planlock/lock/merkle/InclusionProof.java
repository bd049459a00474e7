package org.planlock.lock.merkle;

import java.util.List;
import java.util.Optional;
import org.planlock.lock.Sha256;

/**
 * A proof that a leaf stands at an index of a tree.
 *
 * <p>Any values may be put into the record, such as those of a stranger's file; a proof that cannot
 * be one does not hold.
 *
 * @param index of the leaf, from 0
 * @param size number of leaves of the tree
 * @param path the hashes beside the way from the leaf to the root
 */
public record InclusionProof(long index, long size, List<Sha256> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** Whether it proves that these bytes are the leaf. */
  public boolean holds(byte[] leaf, TreeHead head) {
    return holds(MerkleHash.ofLeaf(leaf), head);
  }

  /** Whether it proves that the leaf has this {@linkplain MerkleHash#ofLeaf hash}. */
  public boolean holds(Sha256 leafHash, TreeHead head) {
    return size == head.size() && root(leafHash).equals(Optional.of(head.root()));
  }

  /** The root that the proof leads to (RFC 9162 §2.1.3.2); none if its length or index is wrong. */
  private Optional<Sha256> root(Sha256 leafHash) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    var climb = new Climb(index, size - 1);
    var hash = leafHash;
    for (var beside : path) {
      if (climb.isAtTop()) {
        return Optional.empty();
      }
      hash = climb.up() ? MerkleHash.ofNode(beside, hash) : MerkleHash.ofNode(hash, beside);
    }
    return climb.isAtTop() ? Optional.of(hash) : Optional.empty();
  }
}
