package org.planlock.cli;

import java.util.ArrayList;
import java.util.List;
import org.planlock.deviation.KnownBefore;
import org.planlock.deviation.KnownBefore.Event;
import org.planlock.deviation.KnownBefore.OnRecord;
import org.planlock.deviation.Timing;
import org.planlock.lock.PlanLock;
import org.planlock.lock.ledger.LedgerState;
import org.planlock.lock.ledger.Recorded;

/** What a ledger says was known before an execution begins. */
record LedgerKnowledge(LedgerState state) {
  private static final long NOW = Long.MAX_VALUE - 1;

  KnownBefore of(PlanLock lock) {
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
    return new KnownBefore(events, declared(lock));
  }

  /** The same where this execution itself comes with a release, or with the words of who knows. */
  static KnownBefore with(KnownBefore known, Admission admission) {
    if (admission.releases().isEmpty() && admission.known().isEmpty()) {
      return known;
    }
    var words =
        admission.known().isPresent()
            ? "the outcome was known before this execution"
            : "the custodian released the data before this execution";
    var events = new ArrayList<>(known.events());
    events.add(new Event(NOW, Timing.AFTER_UNBLINDING, words));
    return new KnownBefore(events, known.declared());
  }

  private List<OnRecord> declared(PlanLock lock) {
    return state.deviationsFrom(lock.sha256()).stream()
        .map(d -> new OnRecord(d.seq(), d.body().path(), d.body().reason()))
        .toList();
  }

  private static Event event(Recorded<?> entry, Timing from, String words) {
    return new Event(entry.seq(), from, words + ", at seq " + entry.seq());
  }
}
