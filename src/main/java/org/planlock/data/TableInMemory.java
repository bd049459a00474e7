package org.planlock.data;

import java.util.Optional;

/**
 * A table that no folder has as the plan reads it: it was sealed or blinded on disk, and is in
 * clear in memory alone.
 */
public final class TableInMemory {
  private final byte[] bytes;
  private final Fingerprint file;
  private final Optional<String> dealtFrom;

  /**
   * A table that came out of a file.
   *
   * @param bytes the table as it is read
   * @param file what identifies the file on disk, by which the table is named everywhere: a digest
   *     of two arms and twenty participants in clear could be found by trying
   */
  public TableInMemory(byte[] bytes, Fingerprint file) {
    this(bytes, file, Optional.empty());
  }

  private TableInMemory(byte[] bytes, Fingerprint file, Optional<String> dealtFrom) {
    this.bytes = bytes.clone();
    this.file = file;
    this.dealtFrom = dealtFrom;
  }

  /**
   * The same as a copy of another file, with labels that somebody dealt anew.
   *
   * @param sha256 of the other file, 64 hexadecimal digits
   */
  public TableInMemory dealtFrom(String sha256) {
    return new TableInMemory(bytes, file, Optional.of(sha256));
  }

  /** The SHA-256 of the file of which this is a copy with labels dealt anew, if it is one. */
  public Optional<String> dealtFrom() {
    return dealtFrom;
  }

  /** The table as it is read. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** What identifies the file on disk. */
  public Fingerprint file() {
    return file;
  }
}
