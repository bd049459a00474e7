package org.planlock.lock.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.lock.Base64Text;
import org.planlock.lock.Sha256;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.lock.signature.SignedNote;
import org.planlock.lock.signature.SigningKey;

/**
 * What a ledger was at some time, in three lines that others keep and sign (C2SP tlog-checkpoint).
 *
 * <p>Whoever has one sees later whether entries were cut off or changed since. Lines behind the
 * third, which the format allows and advises against, are kept and mean nothing here.
 *
 * @param origin the name of the study
 * @param head size and root of the tree over its lines
 * @param extensions lines behind the third
 */
public record Checkpoint(String origin, TreeHead head, List<String> extensions) {
  private static final Pattern SIZE = Pattern.compile("0|[1-9]\\d{0,15}");
  private static final int ROOT_BYTES = 32;

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (origin.isEmpty() || origin.contains("\n")) {
      throw new IllegalArgumentException("no origin: " + origin);
    }
  }

  /** The checkpoint of a study's ledger. */
  public static Checkpoint of(String study, TreeHead head) {
    return new Checkpoint(study, head, List.of());
  }

  /** The text that is signed. */
  public String text() {
    var root = Base64Text.of(head.root().bytes());
    var lines = new StringBuilder(origin + "\n" + head.size() + "\n" + root + "\n");
    extensions.forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }

  /** The signed note of it, under the name of the study, as the format advises. */
  public SignedNote signedBy(SigningKey key) {
    return new SignedNote(text(), List.of()).signedBy(key, origin);
  }

  /** The checkpoint that a text is, if it is one. */
  public static Optional<Checkpoint> parse(String text) {
    var lines = List.of(text.split("\n", -1));
    int end = lines.size() - 1;
    if (end < 3
        || !lines.get(end).isEmpty()
        || lines.subList(0, end).stream().anyMatch(String::isEmpty)
        || !SIZE.matcher(lines.get(1)).matches()) {
      return Optional.empty();
    }
    return Base64Text.parse(lines.get(2))
        .filter(root -> root.length == ROOT_BYTES)
        .map(
            root ->
                new Checkpoint(
                    lines.get(0),
                    new TreeHead(
                        Long.parseLong(lines.get(1)), new Sha256(HexFormat.of().formatHex(root))),
                    lines.subList(3, end)));
  }
}
