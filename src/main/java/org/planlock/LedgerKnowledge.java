package org.planlock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planlock.deviation.KnownBefore;
import org.planlock.deviation.KnownBefore.Event;
import org.planlock.deviation.KnownBefore.OnRecord;
import org.planlock.deviation.Timing;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.Recorded;

/** What a ledger says was known before an execution begins. */
public record LedgerKnowledge(LedgerState state) {
  /** What could be known by then, and what was said by then of deviations from a lock. */
  public KnownBefore of(Sha256 lock) {
    var events = new ArrayList<Event>();
    state.executionsBefore(Long.MAX_VALUE).stream()
        .map(e -> event(e.start(), Timing.AFTER_RESULTS, "the data were analysed before"))
        .forEach(events::add);
    state.unblindings().stream()
        .map(u -> event(u, Timing.AFTER_UNBLINDING, "the data were unblinded before"))
        .forEach(events::add);
    state.releases().stream()
        .filter(release -> release.body().emergency().isEmpty())
        .map(r -> event(r, Timing.AFTER_UNBLINDING, "the data were released before"))
        .forEach(events::add);
    return new KnownBefore(events, declared(lock), texts(lock));
  }

  private List<OnRecord> declared(Sha256 lock) {
    return state.deviationsFrom(lock).stream()
        .map(d -> new OnRecord(d.seq(), d.body().path(), d.body().reason()))
        .toList();
  }

  /** Every file that an execution of the lock named; a script is one of them. */
  private Map<Sha256, Long> texts(Sha256 lock) {
    var first = new HashMap<Sha256, Long>();
    for (var execution : state.executionsOf(lock)) {
      var start = execution.start();
      start.body().data().forEach(file -> first.putIfAbsent(file.sha256(), start.seq()));
    }
    return first;
  }

  private static Event event(Recorded<?> entry, Timing from, String words) {
    return new Event(entry.seq(), from, words + ", at seq " + entry.seq());
  }
}
