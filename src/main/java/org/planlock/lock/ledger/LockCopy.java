package org.planlock.lock.ledger;

import org.planlock.lock.Sha256;

/** A lock file as it is kept in the study's folder for good, whatever becomes of the one beside. */
public final class LockCopy {
  private final byte[] bytes;
  private final Sha256 digest;

  private LockCopy(byte[] bytes) {
    this.bytes = bytes.clone();
    this.digest = Sha256.of(bytes);
  }

  /** The copy of a file with these bytes. */
  public static LockCopy of(byte[] lockFile) {
    return new LockCopy(lockFile);
  }

  /** The digest of its bytes, by which entries and its file name name it. */
  public Sha256 digest() {
    return digest;
  }

  /** Its bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }
}
