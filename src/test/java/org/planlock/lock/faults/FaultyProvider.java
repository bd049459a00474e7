package org.planlock.lock.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.DirectoryStream.Filter;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the calls and hands them on. */
final class FaultyProvider extends FileSystemProvider {
  private final FaultyFileSystem disk;
  private final FileSystemProvider real;

  FaultyProvider(FaultyFileSystem disk, FileSystemProvider real) {
    this.disk = disk;
    this.real = real;
  }

  private Path on(String call, Path path) throws IOException {
    disk.faults().call(call + " " + path.getFileName());
    return FaultyPath.real(path);
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return disk;
  }

  @Override
  public Path getPath(URI uri) {
    return disk.wrap(real.getPath(uri));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    var name = String.valueOf(path.getFileName());
    return new FaultyChannel(
        disk.faults(), name, real.newFileChannel(on("open", path), options, attributes));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(Path folder, Filter<? super Path> filter)
      throws IOException {
    var found = new ArrayList<Path>();
    try (var names = real.newDirectoryStream(on("list", folder), path -> true)) {
      for (var name : names) {
        var wrapped = disk.wrap(name);
        if (filter.accept(wrapped)) {
          found.add(wrapped);
        }
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return found.iterator();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    real.createDirectory(on("mkdir", folder), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    real.delete(on("delete", path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    real.copy(on("copy", source), FaultyPath.real(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    real.move(on("move", source), FaultyPath.real(target), options);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    real.createLink(on("link", link), FaultyPath.real(existing));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return disk.wrap(real.readSymbolicLink(on("readlink", link)));
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return real.isSameFile(on("same", path), FaultyPath.real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(FaultyPath.real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(FaultyPath.real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real.checkAccess(on("access", path), modes);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return real.getFileAttributeView(FaultyPath.real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return real.readAttributes(on("stat", path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return real.readAttributes(on("stat", path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    real.setAttribute(on("chattr", path), name, value, options);
  }
}
