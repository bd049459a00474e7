package org.planlock.stats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The stream of random numbers of one step and replicate, which anyone can recompute. */
public final class StepSeed {
  private StepSeed() {}

  /**
   * From a registered number, or without one from the digest of the plan.
   *
   * @param digest 32 bytes
   * @param replicate from 0
   */
  public static Sha256Counter of(Optional<Long> number, byte[] digest, String step, int replicate) {
    return number
        .map(n -> ofNumber(n, step, replicate))
        .orElseGet(() -> ofDigest(digest, step, replicate));
  }

  /**
   * From a digest: the seed of the stream {@code folds} is SHA-256 of (the bytes of the digest, the
   * step's name in UTF-8, a zero byte, the replicate as 4 bytes, big-endian).
   *
   * @param digest 32 bytes
   * @param replicate from 0
   */
  private static Sha256Counter ofDigest(byte[] digest, String step, int replicate) {
    var name = step.getBytes(StandardCharsets.UTF_8);
    var bytes =
        ByteBuffer.allocate(digest.length + name.length + 1 + Integer.BYTES)
            .put(digest)
            .put(name)
            .put((byte) 0)
            .putInt(replicate)
            .array();
    return new Sha256Counter(sha256(bytes), "folds");
  }

  /**
   * From a whole number: its 8 bytes, big-endian, with step and replicate in the stream's name.
   *
   * @param replicate from 0
   */
  private static Sha256Counter ofNumber(long number, String step, int replicate) {
    var bytes = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    return new Sha256Counter(bytes, step + "/" + replicate);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
