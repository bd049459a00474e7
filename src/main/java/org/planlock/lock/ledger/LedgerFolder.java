package org.planlock.lock.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.AtomicFile;
import org.planlock.lock.Sha256;
import org.planlock.source.Span;

/**
 * The folder of a ledger and what lies in it.
 *
 * @param root usually {@code .planlock} in the study's folder
 */
public record LedgerFolder(Path root) {
  private static final String AS_IT_IS = "* -text\n";

  /** The folder of the ledger of a study. */
  public static LedgerFolder ofStudy(Path study) {
    return new LedgerFolder(study.resolve(".planlock"));
  }

  /** The ledger itself. */
  public Path ledger() {
    return root.resolve("ledger.jsonl");
  }

  /** Whether it is there; where that cannot be told it is, lest something go unrecorded. */
  public boolean hasLedger() {
    return !Files.notExists(ledger()) && !Files.isRegularFile(root);
  }

  /** The file that is locked while somebody writes; it is never deleted. */
  public Path lockFile() {
    return root.resolve("ledger.lck");
  }

  /** What was known of the end of the ledger when it was last written; may be deleted. */
  Path tailFile() {
    return root.resolve("ledger.tail");
  }

  /** The folder of the copies of every lock. */
  public Path locks() {
    return root.resolve("locks");
  }

  /** The copy of a lock file, named after the digest of its bytes. */
  public Path lockCopy(Sha256 copy) {
    return locks().resolve(copy.hex() + ".json");
  }

  /** Where a torn line of which the ledger tells is kept. */
  Path torn(long offset, Sha256 digest) {
    return root.resolve("torn-" + offset + "-" + digest.hex());
  }

  /** Tells git to keep every byte of a ledger as it is. */
  Path attributes() {
    return root.resolve(".gitattributes");
  }

  /**
   * Makes the folders that are missing, each durable in the one above it, and asks git to leave
   * line ends alone; that it is asked is a kindness, and its failure none of the ledger's.
   */
  void make() throws IOException {
    makeFolders();
    if (!Files.exists(attributes())) {
      AtomicFile.onDisk().create(attributes(), AS_IT_IS.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void makeFolders() throws IOException {
    for (var folder : new Path[] {root, locks()}) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        make(folder);
      }
    }
  }

  private static void make(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      // somebody else made it in this moment
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
    DurableFolder.force(folder.toAbsolutePath().getParent());
  }

  /** Why nothing may be written here: a folder is a link, and whatever it leads to is not ours. */
  Optional<Diagnostic> linkFault() {
    for (var folder : new Path[] {root, locks()}) {
      if (Files.isSymbolicLink(folder)) {
        return Optional.of(
            Diagnostic.at(
                    Span.none(folder.toString()),
                    Rule.WRITE_FAILED,
                    "`" + folder + "` is a link, and a ledger is not written through links")
                .note("the ledger is as it was")
                .help("put a folder in its place"));
      }
    }
    return Optional.empty();
  }
}
