package org.planlock.lock.merkle;

import java.util.List;
import org.planlock.lock.Sha256;

/**
 * A proof that a tree grew into another by appending leaves alone.
 *
 * <p>Any values may be put into the record, such as those of a stranger's file; a proof that cannot
 * be one does not hold. Every tree grew from the empty one; that proof has no hashes.
 *
 * @param first number of leaves of the earlier tree
 * @param second number of leaves of the later tree
 * @param path the hashes that lead to both roots
 */
public record ConsistencyProof(long first, long second, List<Sha256> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** Whether it proves that the later tree begins with the leaves of the earlier one. */
  public boolean holds(TreeHead earlier, TreeHead later) {
    if (earlier.size() != first || later.size() != second || first < 0 || first > second) {
      return false;
    }
    if (first == 0) {
      return path.isEmpty()
          && earlier.equals(TreeHead.empty())
          && (second > 0 || later.equals(earlier));
    }
    return first == second
        ? path.isEmpty() && earlier.equals(later)
        : leadsTo(earlier.root(), later.root());
  }

  /** RFC 9162 §2.1.4.2, for trees of different sizes that have leaves. */
  private boolean leadsTo(Sha256 earlier, Sha256 later) {
    boolean isWhole = Long.bitCount(first) == 1;
    if (path.isEmpty()) {
      return false;
    }
    var start = isWhole ? earlier : path.get(0);
    var before = start;
    var after = start;
    var climb = new Climb(first - 1, second - 1);
    climb.skipRightChildren();
    for (var beside : path.subList(isWhole ? 0 : 1, path.size())) {
      if (climb.isAtTop()) {
        return false;
      }
      if (climb.up()) {
        before = MerkleHash.ofNode(beside, before);
        after = MerkleHash.ofNode(beside, after);
      } else {
        after = MerkleHash.ofNode(after, beside);
      }
    }
    return climb.isAtTop() && before.equals(earlier) && after.equals(later);
  }
}
