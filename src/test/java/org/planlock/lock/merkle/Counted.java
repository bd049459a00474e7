package org.planlock.lock.merkle;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.planlock.lock.Sha256;

/** Trees whose leaves are the numbers from 0, and what may be done to their proofs. */
final class Counted {
  static final int LARGEST = 40;

  /** Of the trees up to here every bit is tried in every build, of the others some. */
  static final int EVERY_BIT = 9;

  private static final List<byte[]> LEAVES =
      IntStream.range(0, LARGEST).mapToObj(i -> new byte[] {(byte) i}).toList();

  static final MerkleTree TREE = MerkleTree.of(LEAVES);

  private Counted() {}

  static byte[] leaf(int index) {
    return LEAVES.get(index).clone();
  }

  /** The root as RFC 9162 §2.1.1 defines it, by recursion over the leaves themselves. */
  static Sha256 defined(int begin, int end) {
    int count = end - begin;
    if (count == 0) {
      return Sha256.of(new byte[0]);
    }
    if (count == 1) {
      return MerkleHash.ofLeaf(LEAVES.get(begin));
    }
    int split = 1;
    while (2 * split < count) {
      split *= 2;
    }
    return MerkleHash.ofNode(defined(begin, begin + split), defined(begin + split, end));
  }

  static Sha256 flipped(Sha256 hash, int bit) {
    var bytes = hash.bytes();
    bytes[bit / 8] ^= (byte) (1 << (bit % 8));
    return new Sha256(HexFormat.of().formatHex(bytes));
  }

  /**
   * The same path with one bit of one hash turned over.
   *
   * @param step 1 for every bit, more to look only at some
   */
  static List<List<Sha256>> withOneBitFlipped(List<Sha256> path, int step) {
    var changed = new ArrayList<List<Sha256>>();
    for (int i = 0; i < path.size() * 256; i += step) {
      var copy = new ArrayList<>(path);
      copy.set(i / 256, flipped(path.get(i / 256), i % 256));
      changed.add(copy);
    }
    return changed;
  }

  /** The same path with a hash too many, too few, or two that changed places. */
  static List<List<Sha256>> ofAnotherShape(List<Sha256> path) {
    var changed = new ArrayList<List<Sha256>>();
    for (int i = 0; i <= path.size(); i++) {
      var longer = new ArrayList<>(path);
      longer.add(i, i < path.size() ? path.get(i) : MerkleHash.ofNothing());
      changed.add(longer);
    }
    for (int i = 0; i < path.size(); i++) {
      var shorter = new ArrayList<>(path);
      shorter.remove(i);
      changed.add(shorter);
    }
    for (int i = 1; i < path.size(); i++) {
      var swapped = new ArrayList<>(path);
      swapped.set(i, path.get(i - 1));
      swapped.set(i - 1, path.get(i));
      changed.add(swapped);
    }
    return changed;
  }
}
