package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/**
 * The right to write a ledger, which one holder at a time has, among all threads and processes of a
 * machine.
 *
 * <p>Threads are kept apart before the file is opened: on POSIX systems, closing a file gives up
 * every lock that the process has on it, so a second thread must not even look into it.
 */
final class LedgerLock implements AutoCloseable {
  private static final long PAUSE_MILLIS = 5;

  /** Far behind what the file holds, so that those who wait can read it where locks forbid that. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final Set<OpenOption> OPTIONS =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);

  private static final Map<Path, Holder> HELD = new ConcurrentHashMap<>();

  private final Path key;
  private final FileChannel channel;

  private LedgerLock(Path key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /**
   * Waits for the lock.
   *
   * @param wait about how long, at most; the lock is tried at least once
   */
  static Checked<LedgerLock> acquire(LedgerFolder folder, Holder me, Duration wait) {
    var file = folder.lockFile();
    try {
      var key = folder.root().toRealPath().resolve(file.getFileName());
      var attempt = tryOnce(key, file, me);
      for (long left = wait.toMillis();
          attempt.lock().isEmpty() && left > 0;
          left -= PAUSE_MILLIS) {
        Thread.sleep(Math.min(left, PAUSE_MILLIS));
        attempt = tryOnce(key, file, me);
      }
      var who = attempt.who();
      return attempt.lock().map(Checked::of).orElseGet(() -> busy(file, who, wait));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Checked.failed(
          Diagnostic.at(
              Span.none(file.toString()),
              Rule.LEDGER_BUSY,
              "waiting for `" + file + "` was interrupted"));
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none(file.toString()),
                  Rule.WRITE_FAILED,
                  "`" + file + "` cannot be opened and locked")
              .note("the ledger is as it was")
              .help("check that the folder exists, may be written to, and is on a local disk"));
    }
  }

  private static Attempt tryOnce(Path key, Path file, Holder me) throws IOException {
    var other = HELD.putIfAbsent(key, me);
    if (other != null) {
      return new Attempt(Optional.empty(), other.words());
    }
    var attempt = new Attempt(Optional.empty(), "");
    try {
      attempt = tryFile(key, FileChannel.open(file, OPTIONS), me);
      return attempt;
    } finally {
      if (attempt.lock().isEmpty()) {
        HELD.remove(key);
      }
    }
  }

  private static Attempt tryFile(Path key, FileChannel channel, Holder me) throws IOException {
    boolean isHeld = false;
    try {
      isHeld = isLocked(channel);
      if (!isHeld) {
        return new Attempt(Optional.empty(), Holder.read(channel));
      }
      me.write(channel);
      return new Attempt(Optional.of(new LedgerLock(key, channel)), "");
    } finally {
      if (!isHeld) {
        channel.close();
      }
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, /* shared= */ false) != null;
    } catch (OverlappingFileLockException e) {
      // another copy of this class, in the same process
      return false;
    }
  }

  private static Checked<LedgerLock> busy(Path file, String who, Duration wait) {
    return Checked.failed(
        Diagnostic.at(
                Span.none(file.toString()),
                Rule.LEDGER_BUSY,
                "the ledger is being written by " + who)
            .note(
                "`"
                    + file
                    + "` stayed locked for "
                    + wait.toMillis()
                    + " ms; the ledger is as it was")
            .help("wait until the other command has ended, and try again"));
  }

  /** What one try gave: the lock, or who has it. */
  private record Attempt(Optional<LedgerLock> lock, String who) {}

  /** Gives the lock up. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // what was written is durable already, and the lock ends with the process at the latest
      return;
    } finally {
      HELD.remove(key);
    }
  }
}
