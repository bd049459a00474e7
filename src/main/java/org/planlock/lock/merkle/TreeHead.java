package org.planlock.lock.merkle;

import org.planlock.lock.Sha256;

/**
 * What is published of a tree: how many leaves it has, and its root.
 *
 * <p>The two belong together. A root alone does not tell how many leaves are below it, and a proof
 * for one number of leaves can fit another; whoever vouches for a root must vouch for its size.
 *
 * @param size number of leaves
 */
public record TreeHead(long size, Sha256 root) {
  /** The head of a tree without leaves. */
  public static TreeHead empty() {
    return new TreeHead(0, MerkleHash.ofNothing());
  }
}
