package org.planlock.execution.fit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.planlock.lock.PlanDigest;
import org.planlock.lock.Sha256;
import org.planlock.plan.value.Seed;
import org.planlock.stats.Sha256Counter;

/**
 * The stream of random numbers for one step and replicate. From the plan digest its seed is SHA-256
 * of (the 32 bytes of the digest, the step's name in UTF-8, a zero byte, the replicate as 4 bytes,
 * big-endian); an integer seed is its 8 bytes, big-endian, with step and replicate in the stream's
 * name.
 */
final class FoldSeed {
  private final PlanDigest digest;

  FoldSeed(PlanDigest digest) {
    this.digest = digest;
  }

  Sha256Counter numbers(Seed seed, String step, int replicate) {
    if (seed.value().isPresent()) {
      var bytes = ByteBuffer.allocate(Long.BYTES).putLong(seed.value().get()).array();
      return new Sha256Counter(bytes, step + "/" + replicate);
    }
    var name = step.getBytes(StandardCharsets.UTF_8);
    var bytes =
        ByteBuffer.allocate(32 + name.length + 1 + Integer.BYTES)
            .put(digest.bytes())
            .put(name)
            .put((byte) 0)
            .putInt(replicate)
            .array();
    return new Sha256Counter(Sha256.of(bytes).bytes(), "folds");
  }
}
