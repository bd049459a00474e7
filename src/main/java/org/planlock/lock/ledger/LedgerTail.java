package org.planlock.lock.ledger;

import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.merkle.MerkleFrontier;
import org.planlock.lock.merkle.MerkleHash;

/**
 * The end of a ledger that is known to hold: all that must be known to append to it.
 *
 * @param bytes where the next line begins
 * @param lastLength number of bytes of the last line, without its end
 * @param last digest of the last line
 * @param frontier the right edge of the tree over all lines
 */
record LedgerTail(long bytes, int lastLength, Sha256 last, MerkleFrontier frontier) {
  /** The end of a ledger without entries. */
  static LedgerTail ofNothing() {
    return new LedgerTail(0, 0, LedgerEntry.NOTHING_BEFORE, MerkleFrontier.empty());
  }

  /** The number of lines. */
  long entries() {
    return frontier.size();
  }

  /** Whether this line can be the last one, as far as one line shows. */
  boolean endsWith(byte[] line) {
    if (entries() == 0 || line.length != lastLength || !Sha256.of(line).equals(last)) {
      return false;
    }
    var subtrees = frontier.subtrees();
    return entries() % 2 == 0 || subtrees.get(subtrees.size() - 1).equals(MerkleHash.ofLeaf(line));
  }

  /**
   * The end after one more line.
   *
   * @param line without its end
   * @param end where the next one begins
   */
  LedgerTail after(byte[] line, long end) {
    return new LedgerTail(end, line.length, Sha256.of(line), frontier.append(line));
  }
}
