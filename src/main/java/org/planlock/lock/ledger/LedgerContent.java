package org.planlock.lock.ledger;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.source.Span;

/** Finds entries that cannot stand beside those before them, in a ledger whose lines were read. */
final class LedgerContent {
  private static final int MOST_FINDINGS = 100;

  private final Ledger ledger;
  private final List<Diagnostic> found = new ArrayList<>();

  LedgerContent(Ledger ledger) {
    this.ledger = ledger;
  }

  List<Diagnostic> findings() {
    var state = LedgerState.of(List.of());
    var tree = ledger.tree();
    for (var entry : ledger.entries()) {
      if (found.size() >= MOST_FINDINGS) {
        break;
      }
      var place = Span.none(ledger.name() + ":" + (entry.seq() + 1));
      found.addAll(state.objections(entry.body(), place));
      VouchedHead.finding(entry.body(), entry.seq(), tree, place).ifPresent(found::add);
      state.add(entry);
    }
    return found;
  }
}
