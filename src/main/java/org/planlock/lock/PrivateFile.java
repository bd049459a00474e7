package org.planlock.lock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Reads a file that should be its owner's alone, and says if it is not. */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private PrivateFile() {}

  /**
   * The bytes of a key file, with a warning where others may open it.
   *
   * @param name what messages call it, usually the path as typed
   * @param most the largest number of bytes
   */
  public static Checked<byte[]> read(Path path, String name, int most) {
    var read = BoundedFile.read(path, name, most);
    return read.isSound() ? read.after(exposure(path, name)) : read;
  }

  private static List<Diagnostic> exposure(Path path, String name) {
    try {
      var others = EnumSet.noneOf(PosixFilePermission.class);
      others.addAll(Files.getPosixFilePermissions(path));
      others.removeAll(OWNERS);
      return others.isEmpty()
          ? List.of()
          : List.of(
              Diagnostic.at(
                      Span.none(name),
                      Rule.SECRET_EXPOSED,
                      "`" + name + "` may be opened by others than its owner")
                  .note("whoever has this key can do what its owner can")
                  .help("`chmod 600 " + name + "`"));
    } catch (UnsupportedOperationException | IOException e) {
      // no such permissions on this disk
      return List.of();
    }
  }
}
