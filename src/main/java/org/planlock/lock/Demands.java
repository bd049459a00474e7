package org.planlock.lock;

/**
 * What a verifier asks for beyond integrity.
 *
 * @param files whether every data table must be present
 * @param time whether the time must be attested by somebody else
 */
public record Demands(boolean files, boolean time) {
  /** Integrity and nothing more. */
  public static final Demands NONE = new Demands(false, false);
}
