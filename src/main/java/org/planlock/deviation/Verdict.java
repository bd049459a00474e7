package org.planlock.deviation;

/** What can be said of an analysis beside its locked plan. */
public enum Verdict {
  /** It is the locked analysis, as far as plan and trace tell. */
  CONFORMS,
  /** It is not, and every difference that counts was admitted. */
  DEVIATES_DECLARED,
  /** It is not. */
  DEVIATES,
  /** The lock was altered; nothing that it says can be relied on. */
  TAMPERED,
  /** It is, but when the plan was locked is not proven, and that was asked for. */
  UNANCHORED,
  /** The analysis did not come to its end. */
  INCOMPLETE,
  /** There is no trace, or it does not tell. */
  CANNOT_TELL
}
