package org.planlock.lock;

/** The bytes of a file as they were read once; their digest is computed by who needs it. */
public final class ReadBytes {
  private final byte[] bytes;

  private ReadBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these bytes. */
  public static ReadBytes of(byte[] bytes) {
    return new ReadBytes(bytes.clone());
  }

  /** The SHA-256 of all bytes. */
  public Sha256 sha256() {
    return Sha256.of(bytes);
  }
}
