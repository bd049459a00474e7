package org.planlock.lock;

/**
 * What a verifier asks for beyond integrity.
 *
 * @param files whether every data table must be present
 */
public record Demands(boolean files) {
  /** Integrity and nothing more. */
  public static final Demands NONE = new Demands(false);
}
