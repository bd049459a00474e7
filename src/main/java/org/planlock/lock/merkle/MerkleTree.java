package org.planlock.lock.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.planlock.lock.Sha256;

/**
 * A Merkle tree over a list of leaves, with every complete subtree hashed once.
 *
 * <p>Roots and proofs can be had for the whole list and for every beginning of it, each in
 * logarithmic time. An index or size that the tree does not have is an error of the program.
 */
public final class MerkleTree {
  /** Hashes of the complete subtrees of 2^k leaves, from left to right, at k. */
  private final List<List<Sha256>> levels;

  private MerkleTree(List<Sha256> leaves) {
    levels = new ArrayList<>(List.of(List.copyOf(leaves)));
    while (levels.get(levels.size() - 1).size() > 1) {
      levels.add(pairs(levels.get(levels.size() - 1)));
    }
  }

  /** The tree over some leaves, each given by its bytes. */
  public static MerkleTree of(List<byte[]> leaves) {
    return ofHashes(leaves.stream().map(MerkleHash::ofLeaf).toList());
  }

  /** The tree over some leaves, each given by its {@linkplain MerkleHash#ofLeaf leaf hash}. */
  public static MerkleTree ofHashes(List<Sha256> leaves) {
    return new MerkleTree(leaves);
  }

  /** The number of leaves. */
  public int size() {
    return levels.get(0).size();
  }

  /** Size and root of the whole tree. */
  public TreeHead head() {
    return head(size());
  }

  /** Size and root of the tree over the first leaves. */
  public TreeHead head(int size) {
    checkSize(size);
    return size == 0 ? TreeHead.empty() : new TreeHead(size, root(0, size));
  }

  /** The proof that a leaf stands at an index of the whole tree. */
  public InclusionProof inclusion(int index) {
    return inclusion(index, size());
  }

  /** The proof that a leaf stands at an index of the tree over the first leaves. */
  public InclusionProof inclusion(int index, int size) {
    checkSize(size);
    Objects.checkIndex(index, size);
    var path = new ArrayList<Sha256>();
    collectInclusion(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /** The proof that the tree over the first leaves grew into the whole tree. */
  public ConsistencyProof consistency(int first) {
    return consistency(first, size());
  }

  /** The proof that the tree over fewer of the first leaves grew into the tree over more. */
  public ConsistencyProof consistency(int first, int second) {
    checkSize(second);
    Objects.checkFromToIndex(0, first, second);
    var path = new ArrayList<Sha256>();
    if (first > 0 && first < second) {
      collectConsistency(first, 0, second, true, path);
    }
    return new ConsistencyProof(first, second, path);
  }

  private static List<Sha256> pairs(List<Sha256> level) {
    var above = new ArrayList<Sha256>(level.size() / 2);
    for (int i = 0; i + 1 < level.size(); i += 2) {
      above.add(MerkleHash.ofNode(level.get(i), level.get(i + 1)));
    }
    return above;
  }

  /** MTH of RFC 9162 §2.1.1; the recursion only asks for ranges that begin at a multiple. */
  private Sha256 root(int begin, int end) {
    int count = end - begin;
    if (Integer.bitCount(count) == 1) {
      int level = Integer.numberOfTrailingZeros(count);
      return levels.get(level).get(begin >> level);
    }
    int middle = begin + split(count);
    return MerkleHash.ofNode(root(begin, middle), root(middle, end));
  }

  /** PATH of RFC 9162 §2.1.3.1, from the leaf upwards. */
  private void collectInclusion(int index, int begin, int end, List<Sha256> path) {
    if (end - begin == 1) {
      return;
    }
    int middle = begin + split(end - begin);
    if (index < middle) {
      collectInclusion(index, begin, middle, path);
      path.add(root(middle, end));
    } else {
      collectInclusion(index, middle, end, path);
      path.add(root(begin, middle));
    }
  }

  /**
   * SUBPROOF of RFC 9162 §2.1.4.1.
   *
   * @param first end of the smaller tree, in leaves of the whole list
   * @param known whether the smaller tree is this subtree, so that its root need not be told
   */
  private void collectConsistency(int first, int begin, int end, boolean known, List<Sha256> path) {
    if (first == end) {
      if (!known) {
        path.add(root(begin, end));
      }
      return;
    }
    int middle = begin + split(end - begin);
    if (first <= middle) {
      collectConsistency(first, begin, middle, known, path);
      path.add(root(middle, end));
    } else {
      collectConsistency(first, middle, end, false, path);
      path.add(root(begin, middle));
    }
  }

  /** The largest power of two that is smaller than a count of two or more. */
  private static int split(int count) {
    return Integer.highestOneBit(count - 1);
  }

  private void checkSize(int size) {
    Objects.checkFromToIndex(0, size, size());
  }
}
