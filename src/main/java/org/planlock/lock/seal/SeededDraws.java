package org.planlock.lock.seal;

import java.nio.ByteBuffer;
import org.planlock.lock.Sha256;

/**
 * Whole numbers that a seed fixes for ever, on every machine: SHA-256 of seed and counter, its
 * first four bytes, drawn again where they would favour some numbers.
 */
final class SeededDraws {
  private static final long RANGE = 1L << 32;
  private static final long SIGN_BIT_AND_BELOW = 0xFFFF_FFFFL;

  private final byte[] seed;
  private long counter;

  SeededDraws(byte[] seed) {
    this.seed = seed;
  }

  /** A number from 0 to one below the bound, each as likely as every other. */
  int below(int bound) {
    long most = RANGE - RANGE % bound;
    long drawn;
    do {
      drawn = next();
    } while (drawn >= most);
    return (int) (drawn % bound);
  }

  private long next() {
    var block = ByteBuffer.allocate(seed.length + Long.BYTES).put(seed).putLong(counter++);
    return ByteBuffer.wrap(Sha256.of(block.array()).bytes()).getInt() & SIGN_BIT_AND_BELOW;
  }
}
