package org.planlock.lock.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a ledger as lines.
 *
 * @param lines those that end with LF, without it and without a CR that a checkout put before it
 * @param whole number of bytes up to the end of the last of them
 * @param torn number of bytes behind it, of a line without an end
 */
record LedgerText(List<byte[]> lines, int whole, int torn) {
  static LedgerText of(byte[] bytes) {
    var lines = new ArrayList<byte[]>();
    int from = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, from, i > from && bytes[i - 1] == '\r' ? i - 1 : i));
        from = i + 1;
      }
    }
    return new LedgerText(List.copyOf(lines), from, bytes.length - from);
  }
}
