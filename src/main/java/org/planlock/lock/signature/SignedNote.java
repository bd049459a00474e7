package org.planlock.lock.signature;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * A text and the signatures under it, as C2SP signed-note has them: text, blank line, one line for
 * each signature.
 *
 * @param text ended by LF, without control characters but LF
 * @param signatures none of a note that is about to be signed
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The most signatures of a note; the specification wants at least 16. */
  public static final int MOST = 100;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!isText(text) || signatures.size() > MOST) {
      throw new IllegalArgumentException("no text of a signed note");
    }
  }

  private static boolean isText(String text) {
    return text.endsWith("\n") && text.chars().noneMatch(c -> c < ' ' && c != '\n');
  }

  /** The note with one more signature, by a key under a name. */
  public SignedNote signedBy(SigningKey key, String name) {
    var signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    var all = new ArrayList<>(signatures);
    all.add(NoteSignature.of(new NoteKey(name, key.publicKey()), signature));
    return new SignedNote(text, all);
  }

  /** The bytes of the note. */
  public byte[] bytes() {
    var note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()));
    return note.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The note in some bytes, if they are exactly one; it may be anybody's. */
  public static Optional<SignedNote> parse(byte[] bytes) {
    try {
      return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static Optional<SignedNote> parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || !isText(note.substring(0, blank + 1))) {
      return Optional.empty();
    }
    var signatures = new ArrayList<NoteSignature>();
    var lines = List.of(note.substring(blank + 2).split("\n", MOST + 2));
    for (var line : lines.subList(0, lines.size() - 1)) {
      var signature = NoteSignature.parse(line);
      if (signature.isEmpty()) {
        return Optional.empty();
      }
      signatures.add(signature.get());
    }
    boolean isWhole = lines.get(lines.size() - 1).isEmpty();
    return isWhole && !signatures.isEmpty() && signatures.size() <= MOST
        ? Optional.of(new SignedNote(note.substring(0, blank + 1), signatures))
        : Optional.empty();
  }

  /**
   * The keys that signed this text, out of those that the verifier accepts. Signatures of other
   * keys are ignored; a wrong signature of an accepted key refuses the whole note.
   */
  public Checked<List<NoteKey>> signers(List<NoteKey> accepted, Span place) {
    var signers = new ArrayList<NoteKey>();
    for (var key : accepted) {
      var own = signatures.stream().filter(signature -> signature.isOf(key)).toList();
      var message = text.getBytes(StandardCharsets.UTF_8);
      if (!own.stream().allMatch(s -> key.key().verifies(message, s.signature()))) {
        return Checked.failed(
            Diagnostic.at(
                    place,
                    Rule.CHECKPOINT_WRONG,
                    "the signature of `" + key.name() + "` is not over this text")
                .note("the text was changed after it was signed, or the signature was"));
      }
      if (!own.isEmpty()) {
        signers.add(key);
      }
    }
    return signers.isEmpty() ? unknown(place) : Checked.of(signers);
  }

  private static Checked<List<NoteKey>> unknown(Span place) {
    return Checked.failed(
        Diagnostic.at(
                place, Rule.CHECKPOINT_UNKNOWN_KEY, "nobody whose key you named has signed this")
            .note("what nobody vouches for can be made by anybody"));
  }
}
