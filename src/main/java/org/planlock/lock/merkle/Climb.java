package org.planlock.lock.merkle;

/** The way from a node to the root, told by its index and that of the last node of its level. */
final class Climb {
  private long node;
  private long last;

  Climb(long node, long last) {
    this.node = node;
    this.last = last;
  }

  /** Whether the node is the root, so that nothing may stand beside it. */
  boolean isAtTop() {
    return last == 0;
  }

  /** Leaves out the levels on which the node is a right child. */
  void skipRightChildren() {
    while ((node & 1) == 1) {
      rise();
    }
  }

  /**
   * Goes up to the next node that has something beside it, and above it.
   *
   * @return whether that something is on the left
   */
  boolean up() {
    boolean left = (node & 1) == 1 || node == last;
    if (left) {
      // the last node of an uneven level has no neighbour there and moves up as it is
      while ((node & 1) == 0 && node != 0) {
        rise();
      }
    }
    rise();
    return left;
  }

  private void rise() {
    node >>= 1;
    last >>= 1;
  }
}
