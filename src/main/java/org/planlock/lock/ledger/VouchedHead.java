package org.planlock.lock.ledger;

import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.Publication;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.merkle.MerkleTree;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;

/** Finds entries that say something of the entries before them which is not so. */
final class VouchedHead {
  private VouchedHead() {}

  /**
   * What is wrong with what an entry says.
   *
   * @param seq the number of the entry
   * @param tree over at least all entries before it
   */
  static Optional<Diagnostic> finding(EntryBody body, long seq, MerkleTree tree, Span place) {
    return of(body).flatMap(head -> finding(head, seq, tree, place));
  }

  private static Optional<TreeHead> of(EntryBody body) {
    if (body instanceof Release release) {
      return Optional.of(release.head());
    }
    return body instanceof Publication publication
        ? Optional.of(publication.head())
        : Optional.empty();
  }

  private static Optional<Diagnostic> finding(
      TreeHead head, long seq, MerkleTree tree, Span place) {
    if (head.size() > seq || head.size() > tree.size()) {
      return rewritten(place, "this entry vouches for " + head.size() + " entries before it");
    }
    return tree.head((int) head.size()).equals(head)
        ? Optional.empty()
        : rewritten(
            place,
            "the first " + head.size() + " entries are not those that this entry vouches for");
  }

  private static Optional<Diagnostic> rewritten(Span place, String message) {
    return Optional.of(
        Diagnostic.at(place, Rule.LEDGER_REWRITTEN, message)
            .note("the ledger was written anew after this entry, or put together from two"));
  }
}
