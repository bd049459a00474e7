package org.planlock.lock.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
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
  private final Optional<Sha256> sealed;

  /**
   * @param sealed the sealed file of the release at hand; releases of others do not matter then
   */
  LedgerContradictions(Ledger ledger, Sha256 lock, Optional<Sha256> sealed) {
    this.ledger = ledger;
    this.state = ledger.state();
    this.lock = lock;
    this.sealed = sealed;
  }

  List<Diagnostic> all() {
    var found = new ArrayList<Diagnostic>();
    state.lock(lock).ifPresent(recorded -> found.addAll(earlier(recorded)));
    whole().stream()
        .filter(release -> !release.body().lock().equals(lock))
        .map(this::forOther)
        .forEach(found::add);
    whole().stream()
        .filter(release -> release.body().lock().equals(lock))
        .findFirst()
        .ifPresent(release -> found.addAll(tooEarly(release)));
    return found;
  }

  private Diagnostic forOther(Recorded<Release> release) {
    var finding =
        found(
            release.seq(),
            "the data were released for another lock",
            "they were released for " + release.body().lock());
    boolean isForEarlierVersion =
        state.lineage(lock).stream()
            .anyMatch(earlier -> earlier.locked().lock().equals(release.body().lock()));
    return isForEarlierVersion ? finding.weighing(Severity.WARNING) : finding;
  }

  /** Executions of this lock that read the data themselves although nobody had released them. */
  private List<Diagnostic> tooEarly(Recorded<Release> release) {
    return state.executionsBefore(release.seq()).stream()
        .filter(execution -> execution.start().body().isOf(lock))
        .filter(execution -> execution.start().body().opensWhatIsSealed())
        .map(
            execution ->
                found(
                    execution.start().seq(),
                    "the data were analysed before they were released",
                    "the release stands at seq " + release.seq()))
        .toList();
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

  /**
   * What was known before the lock. An amendment says openly that it came later, and a ledger does
   * not tell which data were analysed before a first lock: neither is held against anybody.
   */
  private List<Diagnostic> earlier(RecordedLock recorded) {
    var opened = openedBefore(recorded);
    var found = new ArrayList<>(recorded.amendment().isPresent() ? weighed(opened) : opened);
    found.addAll(
        weighed(
            state.executionsBefore(recorded.seq()).stream()
                .map(one -> before(one.start().seq(), recorded, "the data were analysed"))
                .toList()));
    return found;
  }

  private static List<Diagnostic> weighed(List<Diagnostic> found) {
    return found.stream().map(one -> one.weighing(Severity.WARNING)).toList();
  }

  private List<Diagnostic> openedBefore(RecordedLock recorded) {
    var found = new ArrayList<Diagnostic>();
    state
        .unblindingsBefore(recorded.seq())
        .forEach(one -> found.add(before(one.seq(), recorded, "the data were unblinded")));
    whole().stream()
        .filter(one -> one.seq() < recorded.seq() && one.body().lock().equals(lock))
        .forEach(one -> found.add(before(one.seq(), recorded, "the data were released")));
    return found;
  }

  private List<Recorded<Release>> whole() {
    return state.releases().stream()
        .filter(one -> one.body().emergency().isEmpty())
        .filter(one -> sealed.isEmpty() || sealed.get().equals(one.body().allocation()))
        .toList();
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
