package org.planlock.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Reads a regular file that is not larger than such a file can be. */
public final class BoundedFile {
  private BoundedFile() {}

  /**
   * The bytes of a file, or why there are none: it is missing, no regular file, too large, or
   * cannot be read.
   *
   * @param name what messages call it, usually the path as typed
   * @param most the largest number of bytes
   */
  public static Checked<byte[]> read(Path path, String name, int most) {
    if (!Files.exists(path)) {
      return failed(name, Rule.FILE_MISSING, "there is no `" + name + "`");
    }
    if (!Files.isRegularFile(path)) {
      return failed(name, Rule.NOT_A_REGULAR_FILE, "`" + name + "` is not a regular file");
    }
    try (var stream = Files.newInputStream(path)) {
      var bytes = stream.readNBytes(most + 1);
      return bytes.length > most
          ? failed(name, Rule.TOO_LARGE, "`" + name + "` is larger than " + (most >> 10) + " KiB")
          : Checked.of(bytes);
    } catch (IOException e) {
      return failed(name, Rule.UNREADABLE_FILE, "`" + name + "` cannot be read");
    }
  }

  private static Checked<byte[]> failed(String name, Rule rule, String message) {
    return Checked.failed(Diagnostic.at(Span.none(name), rule, message));
  }
}
