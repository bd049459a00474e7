package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Changes the ledger file itself: one line more, or a torn one less, and durable in both cases. */
final class LineWriter {
  private static final Set<OpenOption> OPTIONS =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private final LedgerFolder folder;

  LineWriter(LedgerFolder folder) {
    this.folder = folder;
  }

  /**
   * Puts a line behind the last one, and waits until it is durable; if that fails, the file is as
   * it was, or the finding says that this is not certain.
   */
  Optional<Diagnostic> append(LedgerTail tail, byte[] line) {
    var ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = '\n';
    FileChannel channel;
    try {
      channel = FileChannel.open(folder.ledger(), OPTIONS);
    } catch (IOException e) {
      return Optional.of(failed(/* isUndone= */ true));
    }
    try {
      fill(channel, ended, tail.bytes());
      channel.force(true);
      if (tail.bytes() == 0) {
        DurableFolder.force(folder.root());
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(failed(isUndone(channel, tail)));
    } finally {
      close(channel);
    }
  }

  /** Cuts off what stands behind the last whole line. */
  Optional<Diagnostic> cut(LedgerTail tail) {
    try (var channel = FileChannel.open(folder.ledger(), OPTIONS)) {
      channel.truncate(tail.bytes());
      channel.force(true);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(failed(/* isUndone= */ true));
    }
  }

  private static void fill(FileChannel channel, byte[] bytes, long from) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer, from + buffer.position());
    }
  }

  private boolean isUndone(FileChannel channel, LedgerTail tail) {
    try {
      if (tail.bytes() == 0) {
        Files.deleteIfExists(folder.ledger());
      } else {
        channel.truncate(tail.bytes());
        channel.force(true);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // what had to be durable was forced before
      return;
    }
  }

  private Diagnostic failed(boolean isUndone) {
    var finding =
        Diagnostic.at(
            Span.none(folder.ledger().toString()),
            Rule.WRITE_FAILED,
            "`" + folder.ledger() + "` cannot be written");
    return finding
        .note(
            isUndone
                ? "the ledger is as it was"
                : "the disk failed again while this was undone, so the last entry may be there")
        .help("check that the file may be written to, and that the disk is not full");
  }
}
