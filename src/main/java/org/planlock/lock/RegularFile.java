package org.planlock.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Reads a file that a person named, if it is one; a pipe or a device is never opened. */
public final class RegularFile {
  private RegularFile() {}

  /**
   * The bytes of a file, at most one more than the given number.
   *
   * @param name what messages call it, usually the path as typed
   */
  public static Checked<byte[]> read(Path path, String name, int most) {
    var place = Span.none(name);
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        var kind = attributes.isDirectory() ? "is a folder" : "is not a regular file";
        return Checked.failed(
            Diagnostic.at(place, Rule.NOT_A_REGULAR_FILE, "`" + name + "` " + kind)
                .help("name the file itself"));
      }
      try (var stream = Files.newInputStream(path)) {
        return Checked.of(stream.readNBytes(most + 1));
      }
    } catch (NoSuchFileException e) {
      return Checked.failed(
          Diagnostic.at(place, Rule.FILE_MISSING, "there is no `" + name + "`")
              .help("check the spelling, and the folder that you are in"));
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.at(place, Rule.UNREADABLE_FILE, "`" + name + "` cannot be read")
              .help("check that you may read it"));
    }
  }
}
