package org.planlock.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The steps by which a file comes to disk, each of which can fail; tests make them fail one by one.
 */
class Disk {
  /** Writes a draft and waits until it is durable. */
  void write(Path draft, byte[] bytes) throws IOException {
    try (var channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      fill(channel, bytes);
    }
  }

  /** Writes a draft that only its owner may read, and waits until it is durable. */
  void writePrivate(Path draft, byte[] bytes) throws IOException {
    // what a crash left under this name may be readable by others, and would stay so
    Files.deleteIfExists(draft);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(draft, options, ownerOnly(draft))) {
      fill(channel, bytes);
    }
  }

  /** Windows has no such permissions, but keeps a user's folders from other users. */
  private static FileAttribute<?>[] ownerOnly(Path draft) {
    return draft.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static void fill(FileChannel channel, byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    channel.force(true);
  }

  /** Gives a draft its name, unless something has it already. */
  void publishNew(Path draft, Path target) throws IOException {
    try {
      Files.createLink(target, draft);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException e) {
      // no hard links on this disk: the move looks first, which leaves a moment for another writer
      Files.move(draft, target);
    }
  }

  /** Gives a draft its name, whoever had it. */
  void publishOver(Path draft, Path target) throws IOException {
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Asks the disk to keep the name; Windows cannot open folders, and keeps names by itself. */
  void forceFolder(Path target) {
    var folder = target.toAbsolutePath().getParent();
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }

  /** Removes a draft, if it is still there. */
  void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      return;
    }
  }
}
