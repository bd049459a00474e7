package org.planlock.lock.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Ledger;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.Recorded;
import org.planlock.lock.ledger.RecordedLock;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.merkle.TreeHead;
import org.planlock.source.Span;

/** Finds entries of a ledger that say that a lock was not first. */
final class LedgerContradictions {
  private final Ledger ledger;
  private final LedgerState state;
  private final Sha256 lock;

  LedgerContradictions(Ledger ledger, Sha256 lock) {
    this.ledger = ledger;
    this.state = ledger.state();
    this.lock = lock;
  }

  List<Diagnostic> all() {
    var found = new ArrayList<Diagnostic>();
    state.lock(lock).ifPresent(recorded -> found.addAll(earlier(recorded)));
    whole().stream()
        .filter(release -> !release.body().lock().equals(lock))
        .map(
            release ->
                found(
                    release.seq(),
                    "the data were released for another lock",
                    "they were released for " + release.body().lock()))
        .forEach(found::add);
    return found;
  }

  /** What speaks against the ledger being the one that a custodian saw. */
  Optional<Diagnostic> unlike(TreeHead seen) {
    var tree = ledger.tree();
    if (seen.size() > tree.size()) {
      return Optional.of(
          found(
              tree.size(),
              "entries that the custodian saw are missing from the ledger",
              "there were " + seen.size() + " at the release, and there are " + tree.size()));
    }
    return tree.head((int) seen.size()).equals(seen)
        ? Optional.empty()
        : Optional.of(
            found(
                0,
                "the ledger was written anew after the release",
                "its first " + seen.size() + " entries are not those that the custodian saw"));
  }

  private List<Diagnostic> earlier(RecordedLock recorded) {
    var found = new ArrayList<Diagnostic>();
    state
        .unblindingsBefore(recorded.seq())
        .forEach(one -> found.add(before(one.seq(), recorded, "the data were unblinded")));
    whole().stream()
        .filter(one -> one.seq() < recorded.seq() && one.body().lock().equals(lock))
        .forEach(one -> found.add(before(one.seq(), recorded, "the data were released")));
    state
        .executionsBefore(recorded.seq())
        .forEach(one -> found.add(before(one.start().seq(), recorded, "the data were analysed")));
    return found;
  }

  private List<Recorded<Release>> whole() {
    return state.releases().stream().filter(one -> one.body().emergency().isEmpty()).toList();
  }

  private Diagnostic before(long seq, RecordedLock recorded, String what) {
    return found(
        seq,
        what + " before this lock was made",
        "the lock stands at seq " + recorded.seq() + ", and order is that of the entries");
  }

  private Diagnostic found(long seq, String message, String note) {
    return Diagnostic.at(
            Span.none(ledger.name() + ":" + (seq + 1)), Rule.ORDER_CONTRADICTED, message)
        .note(note);
  }
}
