package org.planlock.lock;

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
    return RegularFile.read(path, name, most)
        .then(
            bytes ->
                bytes.length > most
                    ? Checked.failed(
                        Diagnostic.at(
                            Span.none(name),
                            Rule.TOO_LARGE,
                            "`" + name + "` is larger than " + (most >> 10) + " KiB"))
                    : Checked.of(bytes));
  }
}
