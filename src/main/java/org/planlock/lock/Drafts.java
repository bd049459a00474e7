package org.planlock.lock;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Names of drafts that tell which process makes them, so that what a killed one left behind can be
 * taken away by the next that writes the same file. Processes of other computers cannot be asked;
 * studies lie on local disks (ADR 0007).
 */
public final class Drafts {
  private static final String ENDING = ".part";

  private Drafts() {}

  /** The beginning of a name beside a target; something unlike any other must follow. */
  public static String prefix(Path target) {
    return "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-";
  }

  /** A draft beside a target, named after its bytes. */
  static Path of(Path target, byte[] bytes) {
    var digest = Sha256.of(bytes).hex().substring(0, 12);
    return target.resolveSibling(prefix(target) + digest + ENDING);
  }

  /** Whether a name is that of a draft of this target whose process has ended. */
  public static boolean isLeftover(Path target, String name) {
    if (!name.startsWith(".")) {
      return false;
    }
    var made =
        Pattern.compile(
                "\\." + Pattern.quote(target.getFileName().toString()) + "\\.(\\d{1,18})-.*")
            .matcher(name);
    return made.matches()
        && ProcessHandle.of(Long.parseLong(made.group(1))).filter(ProcessHandle::isAlive).isEmpty();
  }

  /** Takes away files that killed processes left; what cannot be taken away stays. */
  public static void sweep(Path target) {
    var folder = target.toAbsolutePath().normalize().resolveSibling("");
    try (var all = Files.newDirectoryStream(folder, ".*" + ENDING)) {
      for (var draft : all) {
        if (isLeftover(target, draft.getFileName().toString())
            && Files.isRegularFile(draft, LinkOption.NOFOLLOW_LINKS)) {
          Files.deleteIfExists(draft);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return;
    }
  }
}
