package org.planlock.lock.signature;

/** What a signature turned out to be. */
public enum SignatureStanding {
  /** It holds, by a key of somebody whom the verifier accepts. */
  ACCEPTED,
  /**
   * It holds, by somebody whom the verifier knows but does not accept for this, or at this time.
   */
  NOT_ALLOWED,
  /** It holds, but nobody knows whose key it is. */
  UNKNOWN_KEY,
  /** The same key signed before; it counts once. */
  REPEATED,
  /** It does not hold: what it stands under is not what was signed. */
  WRONG
}
