package org.planlock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Drafts;
import org.planlock.source.Span;

/** A folder that appears whole or not at all; killed or failed, nothing of it is left. */
public final class OutputFolder implements AutoCloseable {
  private final Path target;
  private final String name;
  private final Path draft;
  private final Thread cleaner;

  private OutputFolder(Path target, String name, Path draft) {
    this.target = target;
    this.name = name;
    this.draft = draft;
    this.cleaner = new Thread(() -> delete(draft));
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * A folder that is not there yet, or is empty.
   *
   * @param name as typed
   */
  public static Checked<OutputFolder> at(Path target, String name) {
    try {
      if (isTaken(target)) {
        return Checked.failed(taken(name));
      }
      var parent = target.toAbsolutePath().normalize().resolveSibling("");
      Files.createDirectories(parent);
      sweep(parent, target);
      var draft = Files.createTempDirectory(parent, Drafts.prefix(target));
      return Checked.of(new OutputFolder(target, name, draft));
    } catch (IOException e) {
      return Checked.failed(unwritable(name));
    }
  }

  /** Takes away what executions that were killed had written on their way to this folder. */
  private static void sweep(Path parent, Path target) throws IOException {
    try (var all = Files.list(parent)) {
      all.filter(path -> Drafts.isLeftover(target, path.getFileName().toString()))
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .forEach(OutputFolder::delete);
    }
  }

  /** Where to write. */
  public Path draft() {
    return draft;
  }

  /** Writes a file into the draft, and waits until it is durable. */
  public Path write(String file, byte[] bytes) throws IOException {
    var path = draft.resolve(file);
    try (var channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    return path;
  }

  /** Writes texts by the names of their files, in UTF-8. */
  public void write(Map<String, String> files) throws IOException {
    for (var file : files.entrySet()) {
      write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Puts the folder into its place; the name as typed. */
  public Checked<String> publish() {
    try {
      if (isTaken(target)) {
        return Checked.failed(taken(name));
      }
      Files.deleteIfExists(target);
      openToReaders();
      move();
      return Checked.of(name);
    } catch (IOException e) {
      return Checked.failed(Files.exists(target) ? taken(name) : unwritable(name));
    }
  }

  /** Takes away what was written so far. */
  public void delete() {
    delete(draft);
  }

  /** What to say where such a folder cannot be written. */
  public static Diagnostic unwritable(String name) {
    return Diagnostic.at(
            Span.none(name), Rule.WRITE_FAILED, "the folder `" + name + "` cannot be written")
        .note("nothing of it was left")
        .help("check that its parent may be written to, and that the disk is not full");
  }

  @Override
  public void close() {
    delete(draft);
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      return; // the process ends, and the hook does the same
    }
  }

  private void move() throws IOException {
    try {
      Files.move(draft, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target);
    }
  }

  /** Temporary folders are private; results need not be. */
  private void openToReaders() throws IOException {
    if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          draft, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static boolean isTaken(Path target) throws IOException {
    if (!Files.exists(target, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!Files.isDirectory(target)) {
      return true;
    }
    try (var files = Files.list(target)) {
      return files.findAny().isPresent();
    }
  }

  private static Diagnostic taken(String name) {
    return Diagnostic.at(Span.none(name), Rule.OUTPUT_NOT_EMPTY, "`" + name + "` is there already")
        .note("results are never overwritten")
        .help("name a folder that is not there yet");
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(OutputFolder::discard);
    } catch (IOException | java.io.UncheckedIOException e) {
      return; // gone already
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return; // whoever writes to the same place next takes it away
    }
  }
}
