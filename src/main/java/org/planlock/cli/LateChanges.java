package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.deviation.Foreknowledge;
import org.planlock.deviation.Foreknowledge.LateChange;
import org.planlock.lock.LockFile;
import org.planlock.lock.PlanLock;
import org.planlock.lock.TreeDifference;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.RecordedLock;
import org.planlock.lock.ledger.StudyLedger;

/**
 * Finds out of a study's ledger what the outcome may have told whoever fixed a plan.
 *
 * @param state what the ledger says, if there is one that can be relied on
 */
record LateChanges(StudyLedger ledger, Meanwhile<Optional<LedgerState>> state) {
  /** Begins to read a ledger; what comes after a lock does not matter, so it may be read early. */
  static LateChanges in(StudyLedger ledger) {
    return new LateChanges(
        ledger, Meanwhile.begin(() -> ledger.exists() ? ledger.state().value() : Optional.empty()));
  }

  /** What may have been known before a lock, or before what it changed. */
  Foreknowledge before(PlanLock lock) {
    return state
        .result()
        .map(
            known ->
                before(known, known.lineage(lock.sha256()))
                    .before(new LedgerKnowledge(known).of(lock)))
        .orElse(Foreknowledge.NONE);
  }

  private Foreknowledge before(LedgerState state, List<RecordedLock> line) {
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
    return new Foreknowledge(all, changes);
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
    var before = plan(earlier);
    var after = plan(later);
    return before.isPresent() && after.isPresent()
        ? TreeDifference.between(before.get().statement().plan(), after.get().statement().plan())
            .stream()
            .map(TreeDifference::path)
            .toList()
        : List.of();
  }

  private Optional<PlanLock> plan(RecordedLock lock) {
    return ledger
        .copy(lock)
        .then(bytes -> LockFile.parse(bytes, lock.locked().copy().hex()))
        .value();
  }
}
