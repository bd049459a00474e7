package org.planlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.deviation.AmendedValue;
import org.planlock.deviation.Foreknowledge;
import org.planlock.deviation.Foreknowledge.LateChange;
import org.planlock.deviation.KnownBefore;
import org.planlock.deviation.StudyHistory;
import org.planlock.deviation.Timing;
import org.planlock.lock.LockFile;
import org.planlock.lock.LockedTable;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Sha256;
import org.planlock.lock.TreeDifference;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.RecordedExecution;
import org.planlock.lock.ledger.RecordedLock;
import org.planlock.lock.ledger.StudyLedger;

/** Finds out of a study's ledger what the outcome may have told whoever fixed a plan. */
public record EarlierKnowledge(StudyLedger ledger) {
  /**
   * What may have been known before a lock, or before what it changed.
   *
   * @param state what the ledger says, if there is one that can be relied on
   */
  public Foreknowledge before(Optional<LedgerState> state, PlanLock lock) {
    return before(state, lock, Optional.empty());
  }

  /**
   * The same, seen from one execution: neither it nor what came after it is an earlier one.
   *
   * @param trace digest of the trace that the execution left, if one is looked at
   */
  public Foreknowledge before(Optional<LedgerState> state, PlanLock lock, Optional<Sha256> trace) {
    return state
        .map(known -> before(known, known.lineage(lock.sha256()), trace))
        .orElse(Foreknowledge.NONE);
  }

  private Foreknowledge before(LedgerState state, List<RecordedLock> line, Optional<Sha256> trace) {
    var changes = new ArrayList<LateChange>();
    Optional<String> all = line.stream().findFirst().flatMap(first -> known(state, first.seq()));
    for (int i = 1; i < line.size(); i++) {
      var later = line.get(i);
      if (known(state, later.seq()).isPresent()) {
        var reason = later.amendment().map(a -> a.reason()).orElse("");
        var changed = changed(line.get(i - 1), later);
        changed.forEach(path -> changes.add(new LateChange(path, reason)));
        if (changed.isEmpty()) {
          all =
              all.or(() -> Optional.of("what was changed at seq " + later.seq() + " is not known"));
        }
      }
    }
    return new Foreknowledge(all, changes, history(state, line, trace));
  }

  private StudyHistory history(LedgerState state, List<RecordedLock> line, Optional<Sha256> trace) {
    if (line.isEmpty()) {
      return StudyHistory.NONE;
    }
    var own = line.get(line.size() - 1);
    var plans =
        state.locks().stream()
            .filter(lock -> lock.seq() < line.get(0).seq())
            .filter(lock -> !lock.locked().planId().equals(own.locked().planId()))
            .filter(lock -> sharesData(lock, own))
            .map(lock -> lock.locked().planId())
            .distinct()
            .toList();
    var executions =
        state.executionsOf(own.locked().lock()).stream()
            .takeWhile(execution -> trace.isEmpty() || !left(execution).equals(trace))
            .filter(RecordedExecution::tellsTheOutcome)
            .map(execution -> execution.start().seq())
            .toList();
    return new StudyHistory(plans, executions, amendments(state, line));
  }

  private List<AmendedValue> amendments(LedgerState state, List<RecordedLock> line) {
    var values = new ArrayList<AmendedValue>();
    for (int i = 1; i < line.size(); i++) {
      var lock = line.get(i);
      var events = new LedgerKnowledge(state).of(lock.locked().lock());
      var changed = differences(line.get(i - 1), lock);
      if (changed.isEmpty()) {
        values.add(amended(lock, "", Optional.empty(), Optional.empty(), events));
      }
      changed.forEach(
          one -> values.add(amended(lock, one.path(), one.planned(), one.found(), events)));
    }
    return values;
  }

  private static AmendedValue amended(
      RecordedLock lock,
      String path,
      Optional<String> before,
      Optional<String> after,
      KnownBefore known) {
    var amendment = lock.amendment();
    var claimed = amendment.map(a -> Timing.valueOf(a.timing().name())).orElse(Timing.UNKNOWN);
    return new AmendedValue(
        lock.seq(),
        lock.time(),
        path,
        before,
        after,
        amendment.map(a -> a.reason()).orElse(""),
        claimed,
        known.against(claimed, lock.seq()).map(KnownBefore.Event::from).orElse(claimed),
        known.latestBefore(lock.seq()).map(KnownBefore.Event::words));
  }

  private static Optional<Sha256> left(RecordedExecution execution) {
    return execution.end().flatMap(end -> end.body().trace());
  }

  /** Whether two locks name a table of one file; a lock of which no copy is left may. */
  private boolean sharesData(RecordedLock one, RecordedLock other) {
    var files = plan(one).map(EarlierKnowledge::files);
    var others = plan(other).map(EarlierKnowledge::files);
    return files.isEmpty()
        || others.isEmpty()
        || files.get().stream().anyMatch(others.get()::contains);
  }

  private static List<String> files(PlanLock lock) {
    return lock.statement().tables().stream().map(LockedTable::path).toList();
  }

  private static Optional<String> known(LedgerState state, long seq) {
    return state.executionsBefore(seq).stream()
        .map(e -> "the data were analysed before, at seq " + e.start().seq())
        .findFirst()
        .or(
            () ->
                state.unblindingsBefore(seq).stream()
                    .map(u -> "the data were unblinded before, at seq " + u.seq())
                    .findFirst())
        .or(
            () ->
                state.releases().stream()
                    .filter(r -> r.seq() < seq && r.body().emergency().isEmpty())
                    .map(r -> "the data were released before, at seq " + r.seq())
                    .findFirst());
  }

  /** The paths at which two locks differ; nothing if a copy of one is missing. */
  private List<String> changed(RecordedLock earlier, RecordedLock later) {
    return differences(earlier, later).stream().map(TreeDifference::path).toList();
  }

  private List<TreeDifference> differences(RecordedLock earlier, RecordedLock later) {
    var before = plan(earlier);
    var after = plan(later);
    return before.isPresent() && after.isPresent()
        ? TreeDifference.between(before.get().statement().plan(), after.get().statement().plan())
        : List.of();
  }

  private Optional<PlanLock> plan(RecordedLock lock) {
    return ledger
        .copy(lock)
        .then(bytes -> LockFile.parse(bytes, lock.locked().copy().hex()))
        .value();
  }
}
