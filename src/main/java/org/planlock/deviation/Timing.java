package org.planlock.deviation;

/** When it was decided to deviate. */
public enum Timing {
  BEFORE_DATA,
  DATA_EXIST_BLIND,
  AFTER_UNBLINDING,
  AFTER_RESULTS,
  UNKNOWN;

  /** Whether nobody who decided can have known what the decision would do. */
  public boolean isBlind() {
    return this == BEFORE_DATA || this == DATA_EXIST_BLIND;
  }

  /** Whether this is earlier than another; an unknown time is never earlier or later. */
  boolean isBefore(Timing other) {
    return this != UNKNOWN && other != UNKNOWN && compareTo(other) < 0;
  }
}
