package org.planlock.lock.ledger;

import java.util.ArrayList;
import java.util.List;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.Publication;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.merkle.MerkleTree;
import org.planlock.lock.merkle.TreeHead;
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
      checkHead(entry, tree, place);
      state.add(entry);
    }
    return found;
  }

  private void checkHead(LedgerEntry entry, MerkleTree tree, Span place) {
    if (entry.body() instanceof Release release) {
      checkHead(release.head(), entry.seq(), tree, place);
    } else if (entry.body() instanceof Publication publication) {
      checkHead(publication.head(), entry.seq(), tree, place);
    }
  }

  private void checkHead(TreeHead head, long seq, MerkleTree tree, Span place) {
    if (head.size() > seq || head.size() > tree.size()) {
      found.add(rewritten(place, "this entry vouches for " + head.size() + " entries before it"));
    } else if (!tree.head((int) head.size()).equals(head)) {
      found.add(
          rewritten(
              place,
              "the first " + head.size() + " entries are not those that this entry vouches for"));
    }
  }

  private static Diagnostic rewritten(Span place, String message) {
    return Diagnostic.at(place, Rule.LEDGER_REWRITTEN, message)
        .note("the ledger was written anew after this entry, or put together from two");
  }
}
