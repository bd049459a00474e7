package org.planlock.lock.ledger.entry;

import java.util.List;

/** What whoever made a change says they knew of the data when they made it. */
public enum Timing {
  BEFORE_DATA,
  DATA_EXIST_BLIND,
  AFTER_UNBLINDING,
  AFTER_RESULTS,
  UNKNOWN;

  static final List<Timing> ALL = List.of(values());

  /** Whether it says that nobody can have known what the change would do. */
  public boolean isBlind() {
    return this == BEFORE_DATA || this == DATA_EXIST_BLIND;
  }
}
