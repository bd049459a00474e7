package org.planlock.execution.fit;

import java.nio.ByteBuffer;
import org.planlock.execution.Design;
import org.planlock.lock.Sha256;

/**
 * The digest of a design's values: SHA-256 of the 8 bytes of each double, big-endian, row after
 * row, each row followed by its outcome; both zeros count as 0.
 */
final class DesignDigest {
  private DesignDigest() {}

  static String of(Design design) {
    int width = design.columns().size() + 1;
    var bytes = ByteBuffer.allocate(Double.BYTES * width * design.participants().size());
    for (int i = 0; i < design.participants().size(); i++) {
      for (double value : design.x().get(i)) {
        bytes.putDouble(value + 0.0);
      }
      bytes.putDouble(design.outcome().get(i) + 0.0);
    }
    return Sha256.of(bytes.array()).hex();
  }
}
