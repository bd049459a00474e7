package org.planlock.lock.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent.Kind;
import java.nio.file.WatchEvent.Modifier;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A path whose files are reached through a disk that can fail. */
final class FaultyPath implements Path {
  private final FaultyFileSystem disk;
  private final Path real;

  FaultyPath(FaultyFileSystem disk, Path real) {
    this.disk = disk;
    this.real = real;
  }

  static Path real(Path path) {
    return path instanceof FaultyPath faulty ? faulty.real : path;
  }

  private @Nullable Path wrapped(@Nullable Path path) {
    return path == null ? null : new FaultyPath(disk, path);
  }

  private Path whole(Path path) {
    return new FaultyPath(disk, path);
  }

  @Override
  public FileSystem getFileSystem() {
    return disk;
  }

  @Override
  public boolean isAbsolute() {
    return real.isAbsolute();
  }

  @Override
  public @Nullable Path getRoot() {
    return wrapped(real.getRoot());
  }

  @Override
  public @Nullable Path getFileName() {
    return wrapped(real.getFileName());
  }

  @Override
  public @Nullable Path getParent() {
    return wrapped(real.getParent());
  }

  @Override
  public int getNameCount() {
    return real.getNameCount();
  }

  @Override
  public Path getName(int index) {
    return whole(real.getName(index));
  }

  @Override
  public Path subpath(int begin, int end) {
    return whole(real.subpath(begin, end));
  }

  @Override
  public boolean startsWith(Path other) {
    return real.startsWith(real(other));
  }

  @Override
  public boolean endsWith(Path other) {
    return real.endsWith(real(other));
  }

  @Override
  public Path normalize() {
    return whole(real.normalize());
  }

  @Override
  public Path resolve(Path other) {
    return whole(real.resolve(real(other)));
  }

  @Override
  public Path relativize(Path other) {
    return whole(real.relativize(real(other)));
  }

  @Override
  public URI toUri() {
    return real.toUri();
  }

  @Override
  public Path toAbsolutePath() {
    return whole(real.toAbsolutePath());
  }

  @Override
  public Path toRealPath(LinkOption... options) throws IOException {
    disk.faults().call("toRealPath " + real.getFileName());
    return whole(real.toRealPath(options));
  }

  @Override
  public WatchKey register(WatchService watcher, Kind<?>[] events, Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int compareTo(Path other) {
    return real.compareTo(real(other));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FaultyPath path && path.disk == disk && path.real.equals(real);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(real);
  }

  @Override
  public String toString() {
    return real.toString();
  }
}
