package org.planlock.lock;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 lower case hexadecimal digits
 */
public record Sha256(String hex) {
  private static final int DIGITS = 64;

  public Sha256 {
    if (!isDigest(hex)) {
      throw new IllegalArgumentException("not 64 lower case hexadecimal digits: " + hex);
    }
  }

  /** The digest of some bytes. */
  public static Sha256 of(byte[] bytes) {
    var algorithm = algorithm();
    algorithm.update(bytes);
    return finish(algorithm);
  }

  /** The digest of a file of any size. */
  public static Sha256 of(Path file) throws IOException {
    var algorithm = algorithm();
    try (var content = new DigestInputStream(Files.newInputStream(file), algorithm)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return finish(algorithm);
  }

  /** The digest that 64 lower case hexadecimal digits stand for, if they do. */
  public static Optional<Sha256> parse(String hex) {
    return isDigest(hex) ? Optional.of(new Sha256(hex)) : Optional.empty();
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** Written out, because what Java would make up for it at run time delays every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sha256 digest && hex.equals(digest.hex);
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  /** {@code sha256:} and the digits. */
  @Override
  public String toString() {
    return "sha256:" + hex;
  }

  private static boolean isDigest(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = text.charAt(i);
      boolean isNumber = c >= '0' && c <= '9';
      boolean isLetter = c >= 'a' && c <= 'f';
      if (!isNumber && !isLetter) {
        return false;
      }
    }
    return true;
  }

  static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static Sha256 finish(MessageDigest algorithm) {
    return new Sha256(HexFormat.of().formatHex(algorithm.digest()));
  }
}
