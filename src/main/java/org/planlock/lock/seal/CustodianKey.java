package org.planlock.lock.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.planlock.lock.Sha256;

/**
 * The key of one sealed table: 256 random bits that stay with the custodian until they are
 * released.
 *
 * <p>Whoever has it can read every table that was sealed with it, so each table gets its own.
 */
public final class CustodianKey implements AutoCloseable {
  /** The number of bytes of every key. */
  public static final int BYTES = 32;

  private static final String COMMITMENT = "planlock-key-commitment/1\n";
  private static final String HMAC = "HmacSHA256";

  private final byte[] secret;

  private CustodianKey(byte[] secret) {
    this.secret = secret;
  }

  /** A key that was never used before. */
  public static CustodianKey fresh() {
    return drawn(new SecureRandom());
  }

  static CustodianKey drawn(SecureRandom random) {
    var secret = new byte[BYTES];
    random.nextBytes(secret);
    return new CustodianKey(secret);
  }

  /** The key of these bytes, if they are as many as a key has. */
  public static Optional<CustodianKey> of(byte[] bytes) {
    return bytes.length == BYTES ? Optional.of(new CustodianKey(bytes.clone())) : Optional.empty();
  }

  /**
   * What everybody may know of the key: SHA-256 of a fixed line and the key. AES-GCM alone would
   * let a cheat make one ciphertext that two keys open, each to another table.
   */
  public Sha256 commitment() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(COMMITMENT.getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(secret);
    return Sha256.of(bytes.toByteArray());
  }

  /** A copy of the bytes of the key. */
  public byte[] bytes() {
    return secret.clone();
  }

  /**
   * 32 bytes that only the key gives: HMAC-SHA-256 (RFC 2104) of a purpose, LF and a text.
   *
   * @param purpose a word with a version, so that no two uses can meet
   */
  byte[] derived(String purpose, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      return mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  /** Wipes the key from memory, as far as a program can. */
  @Override
  public void close() {
    Arrays.fill(secret, (byte) 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CustodianKey key && MessageDigest.isEqual(secret, key.secret);
  }

  @Override
  public int hashCode() {
    return commitment().hashCode();
  }

  /** Names it by its commitment, so that no message or log gives it away. */
  @Override
  public String toString() {
    return "the key of " + commitment();
  }
}
