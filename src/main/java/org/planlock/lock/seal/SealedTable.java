package org.planlock.lock.seal;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.RecordedFile;
import org.planlock.lock.ledger.entry.Sealing;

/**
 * A table of which everybody can see who is in, and only the custodian what was sealed.
 *
 * <p>The ciphertext holds the whole table byte for byte, so that exactly that file comes out again;
 * the readable part is a copy of the columns that are not sealed.
 */
public final class SealedTable {
  private final SealedHeader header;
  private final byte[] ciphertext;
  private final byte[] readable;
  private final List<String> participants;

  SealedTable(SealedHeader header, byte[] ciphertext, byte[] readable, List<String> participants) {
    this.header = header;
    this.ciphertext = ciphertext;
    this.readable = readable;
    this.participants = List.copyOf(participants);
  }

  /** What was sealed, and how. */
  public SealedHeader header() {
    return header;
  }

  /** The names of the participants, in the order of the rows. */
  public List<String> participants() {
    return participants;
  }

  /** The columns that are not sealed, as a table in UTF-8 with LF line ends. */
  public byte[] readable() {
    return readable.clone();
  }

  byte[] ciphertext() {
    return ciphertext.clone();
  }

  /** The digest of the sealed file, by which locks and releases name it. */
  public Sha256 sha256() {
    return Sha256.of(SealedTableFile.bytes(this));
  }

  /**
   * What a ledger records of the sealing.
   *
   * @param path of the sealed file
   */
  public Sealing sealing(String path) {
    var bytes = SealedTableFile.bytes(this);
    return new Sealing(
        Optional.empty(),
        List.of(new RecordedFile(path, Sha256.of(bytes), bytes.length)),
        Optional.of(header.keyCommit()));
  }

  /**
   * The table in clear, in memory alone: nothing is written anywhere.
   *
   * @param name what messages call the sealed file
   */
  public Checked<OpenedTable> open(CustodianKey key, String name) {
    return new Opening(this, key, name).open();
  }
}
