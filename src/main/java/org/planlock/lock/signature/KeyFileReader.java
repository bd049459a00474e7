package org.planlock.lock.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Reads the text of a key file, and tells damage, a wrong passphrase and another key apart. */
final class KeyFileReader {
  private static final String FAMILY = "planlock-key/";

  private final String name;
  private final Supplier<char[]> passphrase;

  KeyFileReader(String name, Supplier<char[]> passphrase) {
    this.name = name;
    this.passphrase = passphrase;
  }

  Checked<SigningKey> parse(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(FAMILY)) {
      return Pem.parse(text).map(this::key).orElseGet(this::damaged);
    }
    int line = text.indexOf('\n') + 1;
    var head = KeyFile.FORMAT + " ";
    if (line == 0 || !text.startsWith(head)) {
      return line == 0 ? damaged() : newer();
    }
    var stated = text.substring(head.length(), line - 1);
    var body = text.substring(line);
    return Pem.parse(body)
        .filter(pem -> pem.content().isPresent() && pem.text().equals(body))
        .map(pem -> key(pem).then(key -> asStated(key, stated)))
        .orElseGet(this::damaged);
  }

  private Checked<SigningKey> asStated(SigningKey key, String stated) {
    if (key.publicKey().text().equals(stated)) {
      return Checked.of(key);
    }
    key.close();
    return failed(Rule.KEY_UNREADABLE, "holds another key than its first line names");
  }

  private Checked<SigningKey> key(Pem pem) {
    return switch (pem.label()) {
      case KeyFile.PLAIN -> pem.content().map(this::plain).orElseGet(this::damaged);
      case KeyFile.ENCRYPTED -> pem.content().map(this::encrypted).orElseGet(this::damaged);
      default -> failed(Rule.KEY_UNUSABLE, "holds no private key in PKCS#8");
    };
  }

  private Checked<SigningKey> plain(byte[] pkcs8) {
    try {
      return SigningKey.ofPkcs8(pkcs8)
          .map(Checked::of)
          .orElseGet(() -> isOtherKey(pkcs8) ? otherKey() : damaged());
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  private Checked<SigningKey> encrypted(byte[] der) {
    return EncryptedPrivateKey.parse(der)
        .map(this::decrypted)
        .orElseGet(
            () ->
                Checked.failed(
                    problem(Rule.KEY_UNREADABLE, "is damaged, or encrypted in an unknown way")
                        .help(
                            "`openssl pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA256` writes it"
                                + " in the known one")));
  }

  private Checked<SigningKey> decrypted(EncryptedPrivateKey key) {
    var typed = passphrase.get();
    try {
      if (typed.length == 0) {
        return failed(Rule.PASSPHRASE_UNFIT, "needs its passphrase");
      }
      return key.decrypted(typed).map(this::unlocked).orElseGet(this::wrongPassphrase);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private Checked<SigningKey> unlocked(byte[] pkcs8) {
    try {
      return SigningKey.ofPkcs8(pkcs8)
          .map(Checked::of)
          .orElseGet(() -> isOtherKey(pkcs8) ? otherKey() : wrongPassphrase());
    } finally {
      Arrays.fill(pkcs8, (byte) 0);
    }
  }

  /** Whether the bytes are one whole sequence, as every PrivateKeyInfo is. */
  private static boolean isOtherKey(byte[] pkcs8) {
    try {
      var reader = new DerReader(pkcs8);
      reader.sequence();
      reader.end();
      return true;
    } catch (DerReader.Malformed e) {
      return false;
    }
  }

  private Checked<SigningKey> otherKey() {
    return Checked.failed(
        problem(Rule.KEY_UNUSABLE, "is not an Ed25519 key")
            .help("make one with `openssl genpkey -algorithm ed25519`"));
  }

  private Checked<SigningKey> wrongPassphrase() {
    return failed(Rule.PASSPHRASE_UNFIT, "does not open with this passphrase");
  }

  private Checked<SigningKey> newer() {
    return failed(Rule.LOCK_TOO_NEW, "was made by a newer version");
  }

  private Checked<SigningKey> damaged() {
    return failed(Rule.KEY_UNREADABLE, "is not a private key, or damaged");
  }

  private Checked<SigningKey> failed(Rule rule, String predicate) {
    return Checked.failed(problem(rule, predicate));
  }

  private Diagnostic problem(Rule rule, String predicate) {
    return Diagnostic.at(Span.none(name), rule, "`" + name + "` " + predicate);
  }
}
