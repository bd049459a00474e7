package org.planlock.lock;

/**
 * That a lock takes the place of an earlier one, and why.
 *
 * @param lock digest of the statement of the earlier lock
 * @param reason in the words of whoever amended
 */
public record Supersession(Sha256 lock, String reason) {
  public Supersession {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an amendment without a reason");
    }
  }
}
