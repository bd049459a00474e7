package org.planlock.lock.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * A public key under the name that it has in signed notes (C2SP signed-note, "Signatures").
 *
 * @param name without blanks and {@code +}
 */
public record NoteKey(String name, VerifyingKey key) {
  /** The type byte of plain Ed25519 signatures (C2SP signed-note, "Signature types"). */
  static final byte ED25519 = 1;

  private static final int ID_DIGITS = 8;
  private static final int LONGEST = 1000;

  public NoteKey {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name for a note's key: " + name);
    }
  }

  /** Whether a text can be the name of a key. */
  public static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && name.codePoints().noneMatch(NoteKey::cannotBeInAName);
  }

  private static boolean cannotBeInAName(int point) {
    return point == '+'
        || Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point);
  }

  /**
   * The first four bytes of SHA-256 over name, LF, type byte and the 32 bytes of the key, as 8
   * hexadecimal digits; a hint for finding the key, never a proof.
   */
  public String id() {
    var prefix = (name + "\n").getBytes(StandardCharsets.UTF_8);
    var typed = typed();
    var all = Arrays.copyOf(prefix, prefix.length + typed.length);
    System.arraycopy(typed, 0, all, prefix.length, typed.length);
    return Sha256.of(all).hex().substring(0, ID_DIGITS);
  }

  /** {@code name+id+base64}, as Go's checksum database and others write such keys. */
  public String text() {
    return name + "+" + id() + "+" + Base64Text.of(typed());
  }

  private byte[] typed() {
    return HexFormat.of().parseHex("01" + key.hex());
  }

  /**
   * The key that a text of {@code name+id+base64} stands for, or why nothing can be proven by it.
   */
  public static Checked<NoteKey> parse(String text, Span place) {
    var parts = text.split("\\+", 3);
    if (parts.length < 3 || !isName(parts[0])) {
      return unreadable(place, "this is not a name, an id and a key joined by `+`");
    }
    return typed(parts[2])
        .map(
            point ->
                CurvePoint.fault(point)
                    .map(fault -> unusable(place, fault))
                    .orElseGet(() -> identified(parts, point, place)))
        .orElseGet(() -> unreadable(place, "the key is not an Ed25519 key in base64"));
  }

  private static Checked<NoteKey> identified(String[] parts, byte[] point, Span place) {
    var key = new NoteKey(parts[0], VerifyingKey.ofPoint(point));
    return key.id().equals(parts[1])
        ? Checked.of(key)
        : unreadable(place, "the id `" + parts[1] + "` does not belong to this name and key");
  }

  private static Optional<byte[]> typed(String base64) {
    return Base64Text.parse(base64)
        .filter(typed -> typed.length == 1 + CurvePoint.BYTES && typed[0] == ED25519)
        .map(typed -> Arrays.copyOfRange(typed, 1, typed.length));
  }

  private static Checked<NoteKey> unreadable(Span place, String message) {
    return Checked.failed(Diagnostic.at(place, Rule.KEY_UNREADABLE, message));
  }

  private static Checked<NoteKey> unusable(Span place, String fault) {
    return Checked.failed(Diagnostic.at(place, Rule.KEY_UNUSABLE, "the public key " + fault));
  }
}
