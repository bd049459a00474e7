package org.planlock.lock.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a ledger, or of its end, as lines.
 *
 * @param lines those that end with LF, without it and without a CR that a checkout put before it
 * @param ends where the next line begins behind each of them
 * @param torn number of bytes behind the last, of a line without an end
 */
record LedgerText(List<byte[]> lines, List<Integer> ends, int torn) {
  static LedgerText of(byte[] bytes) {
    var lines = new ArrayList<byte[]>();
    var ends = new ArrayList<Integer>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, from, i > from && bytes[i - 1] == '\r' ? i - 1 : i));
        from = i + 1;
        ends.add(from);
      }
    }
    return new LedgerText(List.copyOf(lines), List.copyOf(ends), bytes.length - from);
  }
}
