package org.planlock.lock.ledger;

import java.nio.file.Path;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.signature.NoteKey;
import org.planlock.lock.signature.SignedNote;
import org.planlock.source.Span;

/**
 * A checkpoint as somebody outside keeps it: a signed note.
 *
 * @param name under which messages quote it
 * @param note the text and its signatures
 * @param checkpoint what the text says
 */
public record CheckpointFile(String name, SignedNote note, Checkpoint checkpoint) {
  private static final int MOST_BYTES = 256 << 10;

  /** The checkpoint in a file, signed by whomever. */
  public static Checked<CheckpointFile> read(Path path) {
    return BoundedFile.read(path, path.toString(), MOST_BYTES)
        .then(bytes -> parse(bytes, path.toString()));
  }

  /** The checkpoint in the bytes of a file, under the name that messages show. */
  public static Checked<CheckpointFile> parse(byte[] bytes, String name) {
    return SignedNote.parse(bytes)
        .flatMap(
            note ->
                Checkpoint.parse(note.text())
                    .map(checkpoint -> new CheckpointFile(name, note, checkpoint)))
        .map(Checked::of)
        .orElseGet(
            () ->
                Checked.failed(
                    Diagnostic.at(
                            Span.none(name),
                            Rule.CHECKPOINT_DAMAGED,
                            "`" + name + "` is not a checkpoint")
                        .note(
                            "a checkpoint has a name, a size and a digest on three lines, a blank"
                                + " line and signatures")));
  }

  /** The accepted keys that signed it, or that there is none, or that a signature is wrong. */
  public Checked<List<NoteKey>> signers(List<NoteKey> accepted) {
    return note.signers(accepted, Span.none(name));
  }
}
