package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.BoundedFile;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * The copies of every lock, each named after the digest of its bytes. One of which no entry tells
 * is of no account: it was written by a command that was stopped.
 */
public final class LockCopies {
  private static final int LARGEST = 8 << 20;

  private final LedgerFolder folder;

  /** The copies in a folder. */
  public LockCopies(LedgerFolder folder) {
    this.folder = folder;
  }

  /** The lock file of this digest, or that it is missing, unreadable or another one. */
  public Checked<byte[]> read(Sha256 digest) {
    var file = folder.lockCopy(digest);
    return BoundedFile.read(file, file.toString(), LARGEST)
        .then(
            bytes ->
                Sha256.of(bytes).equals(digest)
                    ? Checked.of(bytes)
                    : Checked.failed(
                        Diagnostic.at(
                                Span.none(file.toString()),
                                Rule.LOCK_DAMAGED,
                                "`" + file + "` is not the lock that it was")
                            .note("it has " + Sha256.of(bytes) + ", its name is another digest")));
  }

  /** Writes a copy and waits until it is durable; one that is there already stays. */
  Checked<Path> write(LockCopy copy) {
    var file = folder.lockCopy(copy.digest());
    try {
      // version control keeps no empty folder, so a copy of a study may lack it
      folder.make();
    } catch (IOException e) {
      return Checked.failed(
          Diagnostic.at(
                  Span.none(file.toString()),
                  Rule.WRITE_FAILED,
                  "`" + folder.locks() + "` cannot be made")
              .note("the ledger is as it was")
              .help("check that the folder above it may be written to"));
    }
    if (!Files.exists(file)) {
      return AtomicFile.onDisk().create(file, copy.bytes());
    }
    return read(copy.digest()).isSound()
        ? Checked.of(file)
        : AtomicFile.onDisk().replace(file, copy.bytes());
  }

  /** Whether there is a file of this name, whatever it holds. */
  boolean has(LockCopy copy) {
    return Files.exists(folder.lockCopy(copy.digest()));
  }

  /** Removes a copy of which no entry will tell. */
  void discard(LockCopy copy) {
    try {
      Files.deleteIfExists(folder.lockCopy(copy.digest()));
    } catch (IOException e) {
      // it is of no account where it is
      return;
    }
  }
}
