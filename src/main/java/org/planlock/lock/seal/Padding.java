package org.planlock.lock.seal;

import java.util.Arrays;
import java.util.Optional;

/**
 * Makes tables of nearly the same length equally long: one byte {@code 0x80}, then zeros (ISO/IEC
 * 9797-1, padding method 2), up to a multiple of 4 KiB, of an eighth of the length for long tables.
 *
 * <p>Without it the length of a ciphertext would tell how many have the longer label.
 */
final class Padding {
  private static final int LEAST = 4096;
  private static final byte END = (byte) 0x80;

  private Padding() {}

  static byte[] padded(byte[] table) {
    int least = table.length + 1;
    int unit = Math.max(LEAST, Integer.highestOneBit(least) >> 3);
    var padded = Arrays.copyOf(table, (least + unit - 1) / unit * unit);
    padded[table.length] = END;
    return padded;
  }

  /** The table again, if there is an end to it. */
  static Optional<byte[]> stripped(byte[] padded) {
    int end = padded.length - 1;
    while (end >= 0 && padded[end] == 0) {
      end--;
    }
    return end >= 0 && padded[end] == END
        ? Optional.of(Arrays.copyOf(padded, end))
        : Optional.empty();
  }
}
