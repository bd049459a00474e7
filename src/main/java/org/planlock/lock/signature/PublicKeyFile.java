package org.planlock.lock.signature;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.BoundedFile;
import org.planlock.source.Span;
import org.planlock.syntax.ForbiddenCharacters;
import org.planlock.syntax.SourceReading;

/**
 * A public key on disk: one line of kind, base64 and a comment that people read, as ssh has it; or
 * the same key in PEM, as other programs want it.
 */
public final class PublicKeyFile {
  private static final String LABEL = "PUBLIC KEY";
  private static final int MOST_BYTES = 16 << 10;

  private PublicKeyFile() {}

  /**
   * Writes the line of a key into a file that does not exist yet.
   *
   * @param comment who the key belongs to; not part of the key
   */
  public static Checked<Path> create(Path path, VerifyingKey key, String comment) {
    var place = Span.none(path.toString());
    var line = (key.text() + " " + comment.strip()).strip();
    return withoutHiddenCharacters(line, place)
        .then(
            plain ->
                AtomicFile.onDisk().create(path, (plain + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** The key in PEM, for OpenSSL and others. */
  public static String pem(VerifyingKey key) {
    return Pem.of(LABEL, key.spki()).text();
  }

  /**
   * The key in a file, which holds its line or its PEM and nothing else.
   *
   * @param name what messages call it, usually the path as typed
   */
  public static Checked<VerifyingKey> read(Path path, String name) {
    return BoundedFile.read(path, name, MOST_BYTES).then(bytes -> parse(bytes, name));
  }

  static Checked<VerifyingKey> parse(byte[] bytes, String name) {
    return SourceReading.of(name, bytes)
        .then(
            source ->
                withoutHiddenCharacters(source.text().strip(), Span.none(name))
                    .then(text -> key(text, name)));
  }

  private static Checked<VerifyingKey> key(String text, String name) {
    var place = Span.none(name);
    if (text.startsWith("-----BEGIN")) {
      return Pem.parse(text)
          .filter(pem -> pem.label().equals(LABEL))
          .flatMap(Pem::content)
          .map(spki -> VerifyingKey.of(spki, place))
          .orElseGet(() -> failed(name));
    }
    var words = List.of(text.split("[ \\t]+", 3));
    return words.size() < 2 || text.contains("\n")
        ? failed(name)
        : VerifyingKey.of(words.get(0), words.get(1), place);
  }

  private static Checked<String> withoutHiddenCharacters(String text, Span place) {
    return ForbiddenCharacters.first(text, place)
        .map(Checked::<String>failed)
        .orElseGet(() -> Checked.of(text));
  }

  private static Checked<VerifyingKey> failed(String name) {
    return Checked.failed(
        Diagnostic.at(
                Span.none(name), Rule.KEY_UNREADABLE, "`" + name + "` does not hold a public key")
            .note("a public key is one line that starts with `" + VerifyingKey.KIND + "`, or PEM"));
  }
}
