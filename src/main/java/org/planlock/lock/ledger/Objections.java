package org.planlock.lock.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.Amendment;
import org.planlock.lock.ledger.entry.Beginning;
import org.planlock.lock.ledger.entry.DeclaredDeviation;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.ExecutionStart;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.Recovery;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.ledger.entry.Reporting;
import org.planlock.lock.ledger.entry.Sealing;
import org.planlock.lock.ledger.entry.Timestamping;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.ledger.entry.Unblinding;
import org.planlock.source.Span;

/**
 * What speaks against an entry as the next one. The same words refuse it when it is about to be
 * written and report it when it stands in a file.
 */
final class Objections {
  private final LedgerState state;
  private final Span place;

  Objections(LedgerState state, Span place) {
    this.state = state;
    this.place = place;
  }

  /** Whether nothing in a ledger that has begun can speak against such an entry. */
  static boolean areImpossible(EntryBody next) {
    return next instanceof Timestamping
        || next instanceof Sealing
        || next instanceof Unblinding
        || next instanceof ExecutionStart
        || next instanceof Recovery;
  }

  /**
   * The same of an end, where its start is among the last entries: whatever could end that
   * execution before stands behind its start.
   *
   * @param last the end of a ledger, without a gap
   */
  static boolean areImpossible(EntryBody next, List<LedgerEntry> last) {
    return next instanceof ExecutionEnd end
        && last.stream().anyMatch(e -> e.seq() == end.start() && e.body() instanceof ExecutionStart)
        && last.stream()
            .noneMatch(e -> e.body() instanceof ExecutionEnd o && o.start() == end.start());
  }

  List<Diagnostic> to(EntryBody next) {
    return Stream.concat(toPlaceOf(next).stream(), toContentOf(next)).toList();
  }

  private Optional<Diagnostic> toPlaceOf(EntryBody next) {
    if (state.entries() > 0 == next instanceof Beginning) {
      return contradiction(
          next instanceof Beginning
              ? "the ledger begins a second time"
              : "the ledger does not begin with an `init`");
    }
    return Optional.empty();
  }

  private Stream<Diagnostic> toContentOf(EntryBody next) {
    if (next instanceof Locking locking) {
      return Stream.of(repeatedLock(locking.locked()).or(() -> activeLock(locking.locked())))
          .flatMap(Optional::stream);
    }
    if (next instanceof Amendment amendment) {
      return Stream.of(
              repeatedLock(amendment.locked()),
              unusableParent(amendment.parent()),
              claimedBlind(amendment.timing()))
          .flatMap(Optional::stream);
    }
    if (next instanceof DeclaredDeviation deviation) {
      return claimedBlind(deviation.timing()).stream();
    }
    if (next instanceof Release release && release.emergency().isEmpty()) {
      return releasedForOther(release).stream();
    }
    if (next instanceof ExecutionEnd end) {
      return unusableStart(end).stream();
    }
    return next instanceof Reporting report && state.execution(report.start()).isEmpty()
        ? contradiction("seq " + report.start() + " is no execution that could be reported")
            .stream()
        : Stream.empty();
  }

  private Optional<Diagnostic> repeatedLock(LockedPlan locked) {
    return state
        .lock(locked.lock())
        .flatMap(
            first ->
                contradiction(
                    "the lock " + locked.lock() + " was made already, at seq " + first.seq()));
  }

  private Optional<Diagnostic> activeLock(LockedPlan locked) {
    return state
        .active(locked.planId())
        .map(
            active ->
                Diagnostic.at(
                        place,
                        Rule.LOCK_ACTIVE,
                        "the plan `"
                            + locked.planId()
                            + "` is locked already, at seq "
                            + active.seq())
                    .note("the lock in force is " + active.locked().lock())
                    .note("a plan that is locked again in silence was never fixed")
                    .help("a later version of a plan amends the earlier one, with a reason"));
  }

  private Optional<Diagnostic> unusableParent(Sha256 parent) {
    var lock = state.lock(parent);
    if (lock.isEmpty()) {
      return contradiction("the amended lock " + parent + " is not in this ledger");
    }
    return lock.get().isActive()
        ? Optional.empty()
        : contradiction(
            "the amended lock "
                + parent
                + " was amended already, at seq "
                + lock.get().supersededBy().orElse(0));
  }

  private Optional<Diagnostic> claimedBlind(Timing timing) {
    return timing.isBlind()
        ? Stream.concat(
                state.unblindings().stream().map(Recorded::seq),
                state.executionsBefore(state.entries()).stream().map(e -> e.start().seq()))
            .min(Long::compare)
            .flatMap(
                seq ->
                    contradiction(
                        "this says that nobody knew the outcome, but seq "
                            + seq
                            + " opened it before"))
        : Optional.empty();
  }

  private Optional<Diagnostic> releasedForOther(Release release) {
    return state
        .releaseOf(release.allocation())
        .filter(first -> !first.body().lock().equals(release.lock()))
        .map(
            first ->
                Diagnostic.at(
                        place,
                        Rule.RELEASED_FOR_OTHER_LOCK,
                        "this was released for another lock, at seq " + first.seq())
                    .note("it was released for " + first.body().lock())
                    .note("whoever gets it for two locks can show the one whose result is nicer"));
  }

  private Optional<Diagnostic> unusableStart(ExecutionEnd end) {
    var execution = state.execution(end.start());
    if (execution.isEmpty()) {
      return contradiction("seq " + end.start() + " is no execution that could end");
    }
    return execution
        .get()
        .end()
        .flatMap(
            first ->
                contradiction(
                    "the execution of seq "
                        + end.start()
                        + " ended already, at seq "
                        + first.seq()));
  }

  private Optional<Diagnostic> contradiction(String message) {
    return Optional.of(Diagnostic.at(place, Rule.LEDGER_CONTRADICTION, message));
  }
}
