package org.planlock.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a trace line by line beside its place and moves it there whole on {@link #commit}.
 *
 * <p>Closing without a commit leaves nothing behind. A failing disk ends in {@link
 * UncheckedIOException}.
 */
public final class TraceWriter implements TraceSink, Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path target;
  private final Path draft;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private long recorded;

  private TraceWriter(Path target, Path draft, FileChannel channel) {
    this.target = target;
    this.draft = draft;
    this.channel = channel;
  }

  /** A writer for a trace at the given place, which stays untouched until the commit. */
  public static TraceWriter open(Path target) throws IOException {
    var draft = target.resolveSibling("." + target.getFileName() + ".part");
    var channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new TraceWriter(target, draft, channel);
  }

  @Override
  public void record(TraceEvent event) {
    recorded++;
    try {
      write((TraceLine.of(event.numbered(recorded)) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the whole trace into its place, durably. */
  public void commit() throws IOException {
    flush();
    channel.force(true);
    channel.close();
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      Files.deleteIfExists(draft);
    }
  }

  private void write(byte[] line) throws IOException {
    for (int from = 0; from < line.length; ) {
      int part = Math.min(buffer.remaining(), line.length - from);
      buffer.put(line, from, part);
      from += part;
      if (!buffer.hasRemaining()) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }
}
