package org.planlock.lock.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/** An open file on a disk that can fail. */
final class FaultyChannel extends FileChannel {
  private final Faults faults;
  private final String name;
  private final FileChannel real;

  FaultyChannel(Faults faults, String name, FileChannel real) {
    this.faults = faults;
    this.name = name;
    this.real = real;
  }

  private FileChannel on(String call) throws IOException {
    faults.call(call + " " + name);
    return real;
  }

  private boolean isWriteFailing(ByteBuffer source) {
    return faults.isFailing("write " + source.remaining() + " " + name);
  }

  private static ByteBuffer half(ByteBuffer source) {
    return source.slice(source.position(), source.remaining() / 2);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return on("read").read(target);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return on("read").read(targets, offset, length);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return on("read").read(target, position);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    if (isWriteFailing(source)) {
      if (faults.writesHalf()) {
        real.write(half(source));
      }
      throw new IOException("no space left on device");
    }
    return real.write(source);
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    if (isWriteFailing(source)) {
      if (faults.writesHalf()) {
        real.write(half(source), position);
      }
      throw new IOException("no space left on device");
    }
    return real.write(source, position);
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    return on("write").write(sources, offset, length);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return on("size").size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    on("truncate").truncate(size);
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    on("force").force(metadata);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return on("read").transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    return on("write").transferFrom(source, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return on("lock").lock(position, size, shared);
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return on("lock").tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
