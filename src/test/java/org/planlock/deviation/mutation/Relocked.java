package org.planlock.deviation.mutation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.Planlock;
import org.planlock.lock.FileFingerprint;
import org.planlock.lock.FixedInput;
import org.planlock.lock.LockedTable;
import org.planlock.lock.PlanLock;
import org.planlock.lock.Provenance;
import org.planlock.lock.Sha256;
import org.planlock.lock.Statement;
import org.planlock.lock.StudyFolder;
import org.planlock.plan.BoundPlan;
import org.planlock.source.Span;
import org.planlock.trace.Trace;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceMemory;
import org.planlock.trace.TraceValue;

/** Locks of plans, and traces that say to follow them. */
final class Relocked {
  /** The masks of a plan, of which only the digests matter here. */
  static final Sha256 MASK = Sha256.of(new byte[] {1});

  private Relocked() {}

  /** The lock of a plan whose tables lie in a folder. */
  static PlanLock of(BoundPlan bound, Path data) {
    var plan = bound.plan();
    var tables =
        plan.data().stated().flatMap(d -> d.tables().stated()).orElse(List.of()).stream()
            .map(
                table ->
                    new LockedTable(
                        table.file(),
                        table.complete()
                            ? FileFingerprint.of(
                                    new StudyFolder(data), table.file(), Span.none(table.file()))
                                .value()
                            : Optional.empty()))
            .toList();
    return new PlanLock(
        new Statement(
            bound.canonical(),
            masks(bound),
            tables,
            new Provenance(
                Planlock.SEMANTICS,
                Planlock.TOOL,
                Optional.empty(),
                Instant.parse("2026-03-02T09:14:07Z"),
                new Provenance.Source("mutants.plan.yaml", "yaml", Optional.empty()))));
  }

  private static List<FixedInput> masks(BoundPlan bound) {
    var inputs = new ArrayList<FixedInput>();
    for (var atlas : bound.plan().atlases().orElse(List.of())) {
      inputs.add(input(atlas.image(), "atlas"));
    }
    for (var roi : bound.plan().rois().orElse(List.of())) {
      roi.map().ifPresent(map -> inputs.add(input(map, "map")));
    }
    return inputs;
  }

  private static FixedInput input(String path, String role) {
    return new FixedInput(path, role, new FileFingerprint(MASK, 1, Optional.empty()));
  }

  /** The same trace, which says that it follows a lock and that nothing was set otherwise. */
  static Trace claiming(Trace trace, PlanLock lock) {
    var memory = new TraceMemory();
    for (var event : trace.events()) {
      memory.record(
          event.type().equals(TraceEvents.START)
              ? event
                  .with("plan", lock.planDigest().toString())
                  .with("lock", lock.sha256().toString())
                  .with("overrides", TraceValue.items(List.of()))
              : event);
    }
    return memory.trace(trace.name());
  }
}
