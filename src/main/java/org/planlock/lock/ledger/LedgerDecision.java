package org.planlock.lock.ledger;

import org.planlock.diagnostic.Checked;

/** Decides what to write when nobody else can write, from all that stands in the ledger. */
@FunctionalInterface
public interface LedgerDecision {
  /** The step to take, or why none is taken. */
  Checked<LedgerStep> decide(LedgerState state);
}
