package org.planlock.lock.signature;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key under a passphrase: EncryptedPrivateKeyInfo (RFC 5958 §3) by PBES2 (RFC 8018 §6.2)
 * with PBKDF2, HMAC-SHA-256 and AES-256-CBC, as OpenSSL 3 writes it.
 *
 * <p>A passphrase counts as its bytes in UTF-8.
 */
final class EncryptedPrivateKey {
  /** What OWASP's password storage guide asks of PBKDF2-HMAC-SHA256 (2023). */
  static final int ITERATIONS = 600_000;

  /** Some ten seconds of work; a file that asks for more is meant to hang its reader. */
  static final int MOST_ITERATIONS = 10_000_000;

  private static final String PBES2 = "2a864886f70d01050d";
  private static final String PBKDF2 = "2a864886f70d01050c";
  private static final String HMAC_SHA256 = "2a864886f70d0209";
  private static final String AES_256_CBC = "60864801650304012a";
  private static final int SALT_BYTES = 16;
  private static final int BLOCK_BYTES = 16;
  private static final int KEY_BYTES = 32;

  private final byte[] salt;
  private final int iterations;
  private final byte[] vector;
  private final byte[] encrypted;

  private EncryptedPrivateKey(byte[] salt, int iterations, byte[] vector, byte[] encrypted) {
    this.salt = salt;
    this.iterations = iterations;
    this.vector = vector;
    this.encrypted = encrypted;
  }

  /** Encrypts a PrivateKeyInfo under a passphrase; the caller wipes both. */
  static EncryptedPrivateKey of(
      byte[] pkcs8, char[] passphrase, int iterations, SecureRandom random) {
    var salt = new byte[SALT_BYTES];
    var vector = new byte[BLOCK_BYTES];
    random.nextBytes(salt);
    random.nextBytes(vector);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, iterations, vector);
      return new EncryptedPrivateKey(salt, iterations, vector, cipher.doFinal(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2 and AES", e);
    }
  }

  /** The encrypted key in some DER, if it is encrypted in the one way that is known here. */
  static Optional<EncryptedPrivateKey> parse(byte[] der) {
    try {
      return Optional.of(read(new DerReader(der)));
    } catch (DerReader.Malformed e) {
      return Optional.empty();
    }
  }

  private static EncryptedPrivateKey read(DerReader file) throws DerReader.Malformed {
    var info = file.sequence();
    file.end();
    var algorithm = info.sequence();
    var encrypted = info.octets();
    info.end();
    algorithm.object(PBES2);
    var parameters = algorithm.sequence();
    algorithm.end();
    var derivation = parameters.sequence();
    var encryption = parameters.sequence();
    parameters.end();
    encryption.object(AES_256_CBC);
    var vector = encryption.octets();
    encryption.end();
    derivation.object(PBKDF2);
    var work = derivation.sequence();
    derivation.end();
    var salt = work.octets();
    int iterations = work.number();
    readFunction(work);
    boolean isUsual = salt.length > 0 && vector.length == BLOCK_BYTES;
    if (!isUsual || iterations == 0 || iterations > MOST_ITERATIONS) {
      throw new DerReader.Malformed("parameters that no key has");
    }
    return new EncryptedPrivateKey(salt, iterations, vector, encrypted);
  }

  private static void readFunction(DerReader work) throws DerReader.Malformed {
    if (work.isNext(Der.INTEGER) && work.number() != KEY_BYTES) {
      throw new DerReader.Malformed("a key of another length");
    }
    var function = work.sequence();
    work.end();
    function.object(HMAC_SHA256);
    function.nothing();
    function.end();
  }

  /** How often the passphrase is hashed, which is what a guess costs. */
  int iterations() {
    return iterations;
  }

  /** The EncryptedPrivateKeyInfo in DER. */
  byte[] der() {
    var function = Der.sequence(Der.object(HMAC_SHA256), Der.nothing());
    var work = Der.sequence(Der.octets(salt), Der.integer(iterations), function);
    var derivation = Der.sequence(Der.object(PBKDF2), work);
    var encryption = Der.sequence(Der.object(AES_256_CBC), Der.octets(vector));
    var algorithm = Der.sequence(Der.object(PBES2), Der.sequence(derivation, encryption));
    return Der.sequence(algorithm, Der.octets(encrypted));
  }

  /** What a passphrase makes of it, which is rarely a key if it is the wrong one. */
  Optional<byte[]> decrypted(char[] passphrase) {
    try {
      var cipher = cipher(Cipher.DECRYPT_MODE, passphrase, salt, iterations, vector);
      return Optional.of(cipher.doFinal(encrypted));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(
      int mode, char[] passphrase, byte[] salt, int iterations, byte[] vector)
      throws GeneralSecurityException {
    var spec = new PBEKeySpec(passphrase, salt, iterations, KEY_BYTES * Byte.SIZE);
    var factory = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256");
    var key = factory.generateSecret(spec).getEncoded();
    try {
      var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
      return cipher;
    } finally {
      spec.clearPassword();
      Arrays.fill(key, (byte) 0);
    }
  }
}
