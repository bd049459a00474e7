package org.planlock.lock.seal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Json;
import org.planlock.lock.JsonMember;
import org.planlock.lock.JsonText;
import org.planlock.lock.OneLine;
import org.planlock.lock.PrivateFile;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * A custodian's key on disk, for its owner alone (mode 0600), never written over. One line of JSON
 * with the key in base64 and its commitment, which makes a damaged key known for one.
 */
public final class CustodianKeyFile {
  /** The value of {@code format}. */
  public static final String FORMAT = "planlock-custodian-key/1";

  private static final String FAMILY = "planlock-custodian-key/";
  private static final int MOST_BYTES = 4096;

  private CustodianKeyFile() {}

  /** Writes a key into a file that must not exist yet, and gives its commitment. */
  public static Checked<Sha256> create(Path path, CustodianKey key) {
    return AtomicFile.onDisk().createPrivate(path, bytes(key)).map(written -> key.commitment());
  }

  /**
   * The key in a file, with a warning where others may open it.
   *
   * @param name what messages call it, usually the path as typed
   */
  public static Checked<CustodianKey> read(Path path, String name) {
    return PrivateFile.read(path, name, MOST_BYTES).then(bytes -> parse(bytes, name));
  }

  static byte[] bytes(CustodianKey key) {
    return OneLine.of(
        new Json.Fields(
            Map.of(
                "format", new Json.Text(FORMAT),
                "key", new Json.Text(Base64Text.of(key.bytes())),
                "keyCommit", new Json.Text(key.commitment().hex()))));
  }

  static Checked<CustodianKey> parse(byte[] bytes, String name) {
    if (bytes.length > 0 && bytes[0] != '{') {
      return failed(name, "is not a custodian's key");
    }
    return JsonText.read(bytes, name, Rule.CUSTODIAN_KEY_UNREADABLE)
        .map(JsonMember::of)
        .then(json -> key(json, bytes, name));
  }

  private static Checked<CustodianKey> key(JsonMember json, byte[] bytes, String name) {
    var format = json.get("format").text().orElse("");
    if (!format.startsWith(FAMILY)) {
      return failed(name, "is not a custodian's key");
    }
    if (!format.equals(FORMAT)) {
      return failed(name, "was made by a newer version, or is damaged");
    }
    var key = json.get("key").base64().flatMap(CustodianKey::of);
    if (key.isEmpty()) {
      return failed(name, "holds no key of 256 bits");
    }
    if (!json.get("keyCommit").sha256().equals(Optional.of(key.get().commitment()))) {
      return failed(name, "is damaged: it holds another key than was written");
    }
    return OneLine.isAsWritten(bytes(key.get()), bytes)
        ? Checked.of(key.get())
        : failed(name, "is not as this program writes it");
  }

  private static Checked<CustodianKey> failed(String name, String predicate) {
    return Checked.failed(
        Diagnostic.at(Span.none(name), Rule.CUSTODIAN_KEY_UNREADABLE, "`" + name + "` " + predicate)
            .help("take the copy of the key that was kept elsewhere"));
  }
}
