package org.planlock.lock.merkle;

import org.planlock.lock.Sha256;

/**
 * The hashes that a Merkle tree is made of (RFC 9162 §2.1.1).
 *
 * <p>Leaves and nodes are hashed behind different first bytes, so that no node can pass for a leaf.
 */
public final class MerkleHash {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;
  private static final int DIGEST_BYTES = 32;

  private MerkleHash() {}

  /** The root of a tree without leaves: the digest of no bytes. */
  public static Sha256 ofNothing() {
    return Sha256.of(new byte[0]);
  }

  /** The hash of one leaf: SHA-256 of {@code 0x00} and its bytes. */
  public static Sha256 ofLeaf(byte[] leaf) {
    var bytes = new byte[1 + leaf.length];
    bytes[0] = LEAF;
    System.arraycopy(leaf, 0, bytes, 1, leaf.length);
    return Sha256.of(bytes);
  }

  /** The hash of two subtrees side by side: SHA-256 of {@code 0x01} and both hashes. */
  public static Sha256 ofNode(Sha256 left, Sha256 right) {
    var bytes = new byte[1 + 2 * DIGEST_BYTES];
    bytes[0] = NODE;
    System.arraycopy(left.bytes(), 0, bytes, 1, DIGEST_BYTES);
    System.arraycopy(right.bytes(), 0, bytes, 1 + DIGEST_BYTES, DIGEST_BYTES);
    return Sha256.of(bytes);
  }
}
