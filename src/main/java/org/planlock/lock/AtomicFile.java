package org.planlock.lock;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * Puts a file on disk whole or not at all; a failure leaves the old state and nothing else behind.
 */
public final class AtomicFile {
  private final Disk disk;

  AtomicFile(Disk disk) {
    this.disk = disk;
  }

  /** A writer on the real disk. */
  public static AtomicFile onDisk() {
    return new AtomicFile(new Disk());
  }

  /** Writes a file that must not exist yet; of two writers at once exactly one succeeds. */
  public Checked<Path> create(Path target, byte[] bytes) {
    return create(target, bytes, disk::write);
  }

  /** Writes a file that must not exist yet and that only its owner may read: a key. */
  public Checked<Path> createPrivate(Path target, byte[] bytes) {
    return create(target, bytes, disk::writePrivate);
  }

  /** Writes a file in place of what was there. */
  public Checked<Path> replace(Path target, byte[] bytes) {
    Drafts.sweep(target);
    return write(target, bytes, disk::write, disk::publishOver);
  }

  private Checked<Path> create(Path target, byte[] bytes, Drafting drafting) {
    Drafts.sweep(target);
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        ? exists(target)
        : write(target, bytes, drafting, disk::publishNew);
  }

  private Checked<Path> write(Path target, byte[] bytes, Drafting drafting, Publishing publishing) {
    var draft = Drafts.of(target, bytes);
    try {
      drafting.draft(draft, bytes);
      publishing.publish(draft, target);
      disk.forceFolder(target);
      return Checked.of(target);
    } catch (FileAlreadyExistsException e) {
      return exists(target);
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none(target.toString()),
                  Rule.WRITE_FAILED,
                  "`" + target + "` cannot be written")
              .note("what was there before is as it was")
              .help(
                  "check that the folder exists, may be written to, and that the disk is not full"));
    } finally {
      disk.discard(draft);
    }
  }

  private static Checked<Path> exists(Path target) {
    return Checked.failed(
        Diagnostic.at(
                Span.none(target.toString()), Rule.FILE_EXISTS, "`" + target + "` exists already")
            .help("choose another name, or move the old file away"));
  }

  private interface Drafting {
    void draft(Path draft, byte[] bytes) throws IOException;
  }

  private interface Publishing {
    void publish(Path draft, Path target) throws IOException;
  }
}
