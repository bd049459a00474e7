package org.planlock.data;

/**
 * A table that no folder has as the plan reads it: it was sealed or blinded on disk, and is in
 * clear in memory alone.
 */
public final class TableInMemory {
  private final byte[] bytes;
  private final Fingerprint file;

  /**
   * A table that came out of a file.
   *
   * @param bytes the table as it is read
   * @param file what identifies the file on disk, by which the table is named everywhere: a digest
   *     of two arms and twenty participants in clear could be found by trying
   */
  public TableInMemory(byte[] bytes, Fingerprint file) {
    this.bytes = bytes.clone();
    this.file = file;
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
