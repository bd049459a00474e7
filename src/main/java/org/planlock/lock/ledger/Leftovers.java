package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * Removes drafts of files that a command left when it was stopped. Whoever calls this holds the
 * lock, under which all drafts are made, and has made none yet, so one that is not younger than
 * that has no owner any more.
 */
final class Leftovers {
  private Leftovers() {}

  /** Removes what can be removed; what cannot is left for the next time. */
  static void sweep(LedgerFolder folder) {
    try {
      var since = Files.getLastModifiedTime(folder.lockFile(), LinkOption.NOFOLLOW_LINKS);
      for (var place : List.of(folder.root(), folder.locks())) {
        sweep(place, since);
      }
    } catch (IOException | DirectoryIteratorException e) {
      return;
    }
  }

  private static void sweep(Path place, FileTime since) throws IOException {
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (var drafts = Files.newDirectoryStream(place, ".*.part")) {
      for (var draft : drafts) {
        var attributes =
            Files.readAttributes(draft, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isRegularFile() && attributes.lastModifiedTime().compareTo(since) <= 0) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }
}
