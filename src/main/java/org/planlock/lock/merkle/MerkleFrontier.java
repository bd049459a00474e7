package org.planlock.lock.merkle;

import java.util.ArrayList;
import java.util.List;
import org.planlock.lock.Sha256;

/**
 * The right edge of a growing tree: enough to append leaves and to know the root, without the
 * leaves that are already in it.
 *
 * @param size number of leaves
 * @param subtrees roots of the complete subtrees from left to right, one for each bit of {@code
 *     size} that is set
 */
public record MerkleFrontier(long size, List<Sha256> subtrees) {
  public MerkleFrontier {
    subtrees = List.copyOf(subtrees);
    if (size < 0 || subtrees.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a tree of " + size + " leaves does not have " + subtrees.size() + " subtrees");
    }
  }

  /** The edge of a tree without leaves. */
  public static MerkleFrontier empty() {
    return new MerkleFrontier(0, List.of());
  }

  /** The edge after one more leaf. */
  public MerkleFrontier append(byte[] leaf) {
    return appendHash(MerkleHash.ofLeaf(leaf));
  }

  /** The edge after one more leaf, given by its {@linkplain MerkleHash#ofLeaf leaf hash}. */
  public MerkleFrontier appendHash(Sha256 leafHash) {
    int merged = Long.numberOfTrailingZeros(~size);
    int kept = subtrees.size() - merged;
    var hash = leafHash;
    for (int i = subtrees.size() - 1; i >= kept; i--) {
      hash = MerkleHash.ofNode(subtrees.get(i), hash);
    }
    var next = new ArrayList<>(subtrees.subList(0, kept));
    next.add(hash);
    return new MerkleFrontier(size + 1, next);
  }

  /** Size and root of the tree. */
  public TreeHead head() {
    if (subtrees.isEmpty()) {
      return TreeHead.empty();
    }
    int last = subtrees.size() - 1;
    var hash = subtrees.get(last);
    for (int i = last - 1; i >= 0; i--) {
      hash = MerkleHash.ofNode(subtrees.get(i), hash);
    }
    return new TreeHead(size, hash);
  }
}
