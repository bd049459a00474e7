package org.planlock.lock.ledger;

import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.source.Span;

/** Compares two copies of a ledger, such as those of two people who used one folder each. */
public final class LedgerComparison {
  private LedgerComparison() {}

  /** Where the two parted; nothing if one is the beginning of the other, or both are the same. */
  public static Optional<Diagnostic> fork(Ledger one, Ledger other) {
    int shared = Math.min(one.leaves().size(), other.leaves().size());
    for (int seq = 0; seq < shared; seq++) {
      if (!one.leaves().get(seq).equals(other.leaves().get(seq))) {
        return Optional.of(
            Diagnostic.at(
                    Span.none(one.name() + ":" + (seq + 1)),
                    Rule.LEDGER_FORKED,
                    "the ledger is forked at seq " + seq)
                .note("`" + other.name() + "` has another entry there")
                .note("two copies of the folder were used, and each has what the other lacks"));
      }
    }
    return Optional.empty();
  }
}
