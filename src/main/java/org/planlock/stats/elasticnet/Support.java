package org.planlock.stats.elasticnet;

import java.util.Arrays;

/** The members of a working set whose coefficients are free to move, in order of entry. */
final class Support {
  private int[] members = new int[16];
  private int size;

  int size() {
    return size;
  }

  /** Which member of the working set stands at a position. */
  int at(int position) {
    return members[position];
  }

  void add(int member) {
    if (size == members.length) {
      members = Arrays.copyOf(members, 2 * size);
    }
    members[size++] = member;
  }

  /** Removes what stands at a position; later ones move up, so their order stays. */
  void removeAt(int position) {
    System.arraycopy(members, position + 1, members, position, size - position - 1);
    size--;
  }
}
