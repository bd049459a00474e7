package org.planlock.lock.signature;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Supplier;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.PrivateFile;
import org.planlock.source.Span;

/**
 * A private key on disk, for its owner alone (mode 0600), never written over.
 *
 * <p>One line, {@code planlock-key/1} and the public key, then PEM that OpenSSL and every other
 * program read: PKCS#8, under a passphrase unless it was asked without. The first line makes a
 * damaged file known for one: the encryption of PKCS#8 alone turns some damage into another key.
 */
public final class KeyFile {
  /** The first word of a key file. */
  public static final String FORMAT = "planlock-key/1";

  static final String PLAIN = "PRIVATE KEY";
  static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
  static final int MOST_BYTES = 64 << 10;

  private static final int SHORTEST_PASSPHRASE = 8;

  private KeyFile() {}

  /**
   * Makes a key and writes it under a passphrase of at least 8 characters.
   *
   * @param passphrase wiped when this returns
   */
  public static Checked<VerifyingKey> create(Path path, char[] passphrase) {
    return create(path, passphrase, EncryptedPrivateKey.ITERATIONS, new SecureRandom());
  }

  /** Makes a key and writes it for everybody who can open the file. */
  public static Checked<VerifyingKey> createWithoutPassphrase(Path path) {
    return createWithoutPassphrase(path, new SecureRandom());
  }

  /**
   * Reads a key that this class or OpenSSL wrote.
   *
   * @param name what messages call it, usually the path as typed
   * @param passphrase asked only if the file needs one; what it gives is wiped
   */
  public static Checked<SigningKey> read(Path path, String name, Supplier<char[]> passphrase) {
    return PrivateFile.read(path, name, MOST_BYTES)
        .then(bytes -> new KeyFileReader(name, passphrase).parse(bytes));
  }

  static Checked<VerifyingKey> create(
      Path path, char[] passphrase, int iterations, SecureRandom random) {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      Arrays.fill(passphrase, '\0');
      return Checked.failed(tooShort(path));
    }
    try (var key = SigningKey.generate(random)) {
      return write(path, key, encrypted(key, passphrase, iterations, random));
    }
  }

  static Checked<VerifyingKey> createWithoutPassphrase(Path path, SecureRandom random) {
    try (var key = SigningKey.generate(random)) {
      var pkcs8 = key.pkcs8();
      var pem = Pem.of(PLAIN, pkcs8);
      Arrays.fill(pkcs8, (byte) 0);
      return write(path, key, pem);
    }
  }

  private static Pem encrypted(
      SigningKey key, char[] passphrase, int iterations, SecureRandom random) {
    var pkcs8 = key.pkcs8();
    try {
      return Pem.of(ENCRYPTED, EncryptedPrivateKey.of(pkcs8, passphrase, iterations, random).der());
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
      Arrays.fill(passphrase, '\0');
    }
  }

  private static Checked<VerifyingKey> write(Path path, SigningKey key, Pem pem) {
    var text = FORMAT + " " + key.publicKey().text() + "\n" + pem.text();
    return AtomicFile.onDisk()
        .createPrivate(path, text.getBytes(StandardCharsets.US_ASCII))
        .map(written -> key.publicKey());
  }

  private static Diagnostic tooShort(Path path) {
    return Diagnostic.at(
            Span.none(path.toString()),
            Rule.PASSPHRASE_UNFIT,
            "the passphrase has fewer than " + SHORTEST_PASSPHRASE + " characters")
        .note("whoever gets the file can try every short one")
        .help("take four or five words that do not belong together");
  }
}
