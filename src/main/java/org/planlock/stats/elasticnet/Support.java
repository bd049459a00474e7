package org.planlock.stats.elasticnet;

import java.util.Arrays;

/** The columns in play, in order of entry. */
final class Support {
  private int[] members = new int[16];
  private int size;

  int size() {
    return size;
  }

  int at(int position) {
    return members[position];
  }

  void add(int column) {
    if (size == members.length) {
      members = Arrays.copyOf(members, 2 * size);
    }
    members[size++] = column;
  }

  /** Removes what stands at a position; later members move up, so their order stays. */
  void removeAt(int position) {
    System.arraycopy(members, position + 1, members, position, size - position - 1);
    size--;
  }
}
