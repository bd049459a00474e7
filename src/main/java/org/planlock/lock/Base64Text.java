package org.planlock.lock;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Bytes as text (RFC 4648 §4, the standard alphabet with padding), of which there is exactly one.
 *
 * <p>Files of this program are compared byte for byte, so the other spellings that RFC 4648 knows
 * are refused: URL-safe letters, missing padding, padding bits that are not 0, line breaks.
 */
public final class Base64Text {
  private Base64Text() {}

  /** The text of some bytes. */
  public static String of(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes that a text stands for, if this class would write it so. */
  public static Optional<byte[]> parse(String text) {
    try {
      var bytes = Base64.getDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
      return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
