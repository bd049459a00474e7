package org.planlock.stats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A stream of numbers that anyone can recompute: block k is SHA-256 of (length of the seed as 4
 * bytes, seed, length of the name as 4 bytes, name in UTF-8, k as 8 bytes), big-endian throughout,
 * and the blocks are read as 32-bit integers in order. Not for use by several threads.
 */
public final class Sha256Counter {
  private final byte[] prefix;
  private final MessageDigest digest;
  private ByteBuffer block = ByteBuffer.allocate(0);
  private long counter;

  /** The stream of this name under this seed. */
  public Sha256Counter(byte[] seed, String stream) {
    var name = stream.getBytes(StandardCharsets.UTF_8);
    prefix =
        ByteBuffer.allocate(8 + seed.length + name.length)
            .putInt(seed.length)
            .put(seed)
            .putInt(name.length)
            .put(name)
            .array();
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The next 32 bits. */
  public int nextInt() {
    if (!block.hasRemaining()) {
      digest.update(prefix);
      block = ByteBuffer.wrap(digest.digest(ByteBuffer.allocate(8).putLong(counter++).array()));
    }
    return block.getInt();
  }

  /**
   * A number from 0 to bound - 1, all equally likely: draws beyond the last full round are redrawn.
   */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound below 1: " + bound);
    }
    long rounds = (1L << 32) / bound;
    while (true) {
      long drawn = Integer.toUnsignedLong(nextInt());
      if (drawn < rounds * bound) {
        return (int) (drawn % bound);
      }
    }
  }

  /** A number from [0, 1) with 53 random bits: the upper 53 of the next 64. */
  public double nextDouble() {
    long high = Integer.toUnsignedLong(nextInt());
    long low = Integer.toUnsignedLong(nextInt());
    return ((high << 21) | (low >>> 11)) * 0x1.0p-53;
  }

  /** The numbers 0 to count - 1 in random order: Fisher-Yates from the last place down. */
  public int[] permutation(int count) {
    var order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    for (int i = count - 1; i > 0; i--) {
      int other = nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }
}
