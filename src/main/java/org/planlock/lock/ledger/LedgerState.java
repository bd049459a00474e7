package org.planlock.lock.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.Amendment;
import org.planlock.lock.ledger.entry.DeclaredDeviation;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.ExecutionEnd;
import org.planlock.lock.ledger.entry.ExecutionStart;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.ledger.entry.Unblinding;
import org.planlock.source.Span;

/**
 * What follows from the entries of a ledger: which locks there are and which of them are in force,
 * what was executed, and what was known when.
 *
 * <p>Order is that of the entries, never that of clocks. A state says nothing of whether the ledger
 * is whole.
 */
public final class LedgerState {
  private final Map<Sha256, RecordedLock> locks = new LinkedHashMap<>();
  private final Map<Long, RecordedExecution> executions = new LinkedHashMap<>();
  private final List<Recorded<Release>> releases = new ArrayList<>();
  private final List<Recorded<Unblinding>> unblindings = new ArrayList<>();
  private final List<Recorded<DeclaredDeviation>> deviations = new ArrayList<>();
  private long entries;

  private LedgerState() {}

  static LedgerState of(List<LedgerEntry> entries) {
    var state = new LedgerState();
    entries.forEach(state::add);
    return state;
  }

  /** Goes on by one entry, whether or not anything speaks against it. */
  void add(LedgerEntry entry) {
    entries++;
    if (entry.body() instanceof Locking locking) {
      lock(entry, locking.locked(), Optional.empty());
    } else if (entry.body() instanceof Amendment amendment) {
      locks.computeIfPresent(amendment.parent(), (sha256, lock) -> lock.superseded(entry.seq()));
      lock(entry, amendment.locked(), Optional.of(amendment));
    } else if (entry.body() instanceof Release release) {
      releases.add(Recorded.of(entry, release));
    } else if (entry.body() instanceof Unblinding unblinding) {
      unblindings.add(Recorded.of(entry, unblinding));
    } else if (entry.body() instanceof DeclaredDeviation deviation) {
      deviations.add(Recorded.of(entry, deviation));
    } else if (entry.body() instanceof ExecutionStart start) {
      executions.put(
          entry.seq(), new RecordedExecution(Recorded.of(entry, start), Optional.empty()));
    } else if (entry.body() instanceof ExecutionEnd end) {
      executions.computeIfPresent(
          end.start(),
          (seq, execution) ->
              new RecordedExecution(execution.start(), Optional.of(Recorded.of(entry, end))));
    }
  }

  private void lock(LedgerEntry entry, LockedPlan locked, Optional<Amendment> amendment) {
    locks.putIfAbsent(
        locked.lock(),
        new RecordedLock(entry.seq(), entry.time(), locked, amendment, OptionalLong.empty()));
  }

  /** The number of entries. */
  public long entries() {
    return entries;
  }

  /** Everything that speaks against an entry as the next one, as findings at a place. */
  public List<Diagnostic> objections(EntryBody next, Span place) {
    return new Objections(this, place).to(next);
  }

  /** How much there is. */
  public LedgerCounts counts() {
    int amendments =
        (int) locks.values().stream().filter(lock -> lock.amendment().isPresent()).count();
    int unfinished =
        (int)
            executions.values().stream()
                .filter(e -> e.course() == RecordedExecution.Course.UNFINISHED)
                .count();
    return new LedgerCounts(locks.size() - amendments, amendments, executions.size(), unfinished);
  }

  /** All locks, in the order in which they were made. */
  public List<RecordedLock> locks() {
    return List.copyOf(locks.values());
  }

  /** The lock of this digest, if the ledger knows it. */
  public Optional<RecordedLock> lock(Sha256 lock) {
    return Optional.ofNullable(locks.get(lock));
  }

  /** The lock of a plan that is in force, if there is one. */
  public Optional<RecordedLock> active(String planId) {
    return locks.values().stream()
        .filter(lock -> lock.isActive() && lock.locked().planId().equals(planId))
        .findFirst();
  }

  /** A lock and those whose place it took, the first one first; empty if it is not known. */
  public List<RecordedLock> lineage(Sha256 lock) {
    var line = new ArrayList<RecordedLock>();
    var next = lock(lock);
    while (next.isPresent() && !line.contains(next.get())) {
      line.add(0, next.get());
      next = next.get().parent().flatMap(this::lock);
    }
    return line;
  }

  /** All executions, in the order in which they began. */
  public List<RecordedExecution> executions() {
    return List.copyOf(executions.values());
  }

  /** The executions of one lock. */
  public List<RecordedExecution> executionsOf(Sha256 lock) {
    return executions.values().stream().filter(e -> e.start().body().isOf(lock)).toList();
  }

  /** The execution that an entry began, if it did. */
  Optional<RecordedExecution> execution(long start) {
    return Optional.ofNullable(executions.get(start));
  }

  /** All releases, those for one participant in an emergency too. */
  public List<Recorded<Release>> releases() {
    return List.copyOf(releases);
  }

  /** The one release for the whole allocation that came first, if there is one. */
  public Optional<Recorded<Release>> release() {
    return releases.stream().filter(r -> r.body().emergency().isEmpty()).findFirst();
  }

  /** The first release of all that was sealed in one file, if there is one. */
  public Optional<Recorded<Release>> releaseOf(Sha256 allocation) {
    return releases.stream()
        .filter(r -> r.body().emergency().isEmpty())
        .filter(r -> r.body().allocation().equals(allocation))
        .findFirst();
  }

  /** All entries that say that the allocation was known. */
  public List<Recorded<Unblinding>> unblindings() {
    return List.copyOf(unblindings);
  }

  /** The deviations from a lock that were declared. */
  public List<Recorded<DeclaredDeviation>> deviationsFrom(Sha256 lock) {
    return deviations.stream().filter(d -> d.body().lock().equals(lock)).toList();
  }

  /** The unblindings that stand before an entry, such as that of a lock or an amendment. */
  public List<Recorded<Unblinding>> unblindingsBefore(long seq) {
    return unblindings.stream().filter(u -> u.seq() < seq).toList();
  }

  /** The unblindings that stand after an entry. */
  public List<Recorded<Unblinding>> unblindingsAfter(long seq) {
    return unblindings.stream().filter(u -> u.seq() > seq).toList();
  }

  /** The executions that began before an entry, and may have told the outcome. */
  public List<RecordedExecution> executionsBefore(long seq) {
    return executions.values().stream()
        .filter(e -> e.start().seq() < seq && e.tellsTheOutcome())
        .toList();
  }
}
