package org.planlock.lock.signature;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.planlock.lock.Base64Text;

/**
 * A signature line of a signed note (C2SP signed-note, "Signatures"); nothing is said of whether it
 * holds.
 *
 * @param name of the key
 * @param bytes in base64: four of the key's id, then the signature
 */
public record NoteSignature(String name, String bytes) {
  private static final String DASH = "\u2014 ";
  private static final int ID_BYTES = 4;

  public NoteSignature {
    if (!NoteKey.isName(name)
        || Base64Text.parse(bytes).filter(b -> b.length > ID_BYTES).isEmpty()) {
      throw new IllegalArgumentException("no signature line: " + name);
    }
  }

  static NoteSignature of(NoteKey key, byte[] signature) {
    var id = HexFormat.of().parseHex(key.id());
    var bytes = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, bytes, id.length, signature.length);
    return new NoteSignature(key.name(), Base64Text.of(bytes));
  }

  /** The signature in a line, if it holds one. */
  static Optional<NoteSignature> parse(String line) {
    if (!line.startsWith(DASH)) {
      return Optional.empty();
    }
    var words = line.substring(DASH.length()).split(" ", -1);
    boolean isSignature =
        words.length == 2
            && NoteKey.isName(words[0])
            && Base64Text.parse(words[1]).filter(b -> b.length > ID_BYTES).isPresent();
    return isSignature ? Optional.of(new NoteSignature(words[0], words[1])) : Optional.empty();
  }

  /** The line, with its end. */
  String line() {
    return DASH + name + " " + bytes + "\n";
  }

  /** The id of the key that it says it is of. */
  String keyId() {
    return HexFormat.of().formatHex(all(), 0, ID_BYTES);
  }

  /** Whether it says that it is of this key. */
  boolean isOf(NoteKey key) {
    return key.name().equals(name) && key.id().equals(keyId());
  }

  /** The signature itself. */
  byte[] signature() {
    var all = all();
    return Arrays.copyOfRange(all, ID_BYTES, all.length);
  }

  private byte[] all() {
    return Base64Text.parse(bytes).orElseThrow();
  }
}
