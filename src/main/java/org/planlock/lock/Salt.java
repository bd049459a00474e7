package org.planlock.lock;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Random bytes that go into a digest, so that nobody can find out what was digested by trying.
 *
 * <p>A salt is as secret as what it protects.
 *
 * @param hex 64 lower case hexadecimal digits
 */
public record Salt(String hex) {
  /** The number of bytes of every salt. */
  public static final int BYTES = 32;

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Salt {
    if (!HEX.matcher(hex).matches()) {
      // the digits are not repeated: they may be most of a secret
      throw new IllegalArgumentException("not 64 lower case hexadecimal digits");
    }
  }

  /** A salt that was never used before. */
  public static Salt fresh() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return of(bytes);
  }

  /** The salt of 32 given bytes. */
  public static Salt of(byte[] bytes) {
    return new Salt(HexFormat.of().formatHex(bytes));
  }

  /** The salt that 64 lower case hexadecimal digits stand for, if they do. */
  public static Optional<Salt> parse(String hex) {
    return HEX.matcher(hex).matches() ? Optional.of(new Salt(hex)) : Optional.empty();
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** Says nothing, so that no message or log gives a salt away. */
  @Override
  public String toString() {
    return "a salt of " + BYTES + " bytes";
  }
}
