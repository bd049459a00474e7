package org.planlock.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What identifies the bytes of a file.
 *
 * @param sha256 lower-case hexadecimal, 64 digits
 * @param size number of bytes
 */
public record Fingerprint(String sha256, long size) {
  /** The fingerprint of these bytes. */
  public static Fingerprint of(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Fingerprint(HexFormat.of().formatHex(digest), bytes.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
