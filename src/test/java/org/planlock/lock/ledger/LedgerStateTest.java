package org.planlock.lock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.entry.DeclaredDeviation;
import org.planlock.lock.ledger.entry.EntryBody;
import org.planlock.lock.ledger.entry.ExecutionEnd.Outcome;
import org.planlock.lock.ledger.entry.LedgerEntry;
import org.planlock.lock.ledger.entry.LockedPlan;
import org.planlock.lock.ledger.entry.Locking;
import org.planlock.lock.ledger.entry.Release;
import org.planlock.lock.ledger.entry.Reporting;
import org.planlock.lock.ledger.entry.Timing;
import org.planlock.lock.merkle.TreeHead;

/** What follows from the entries of a ledger, and what cannot follow. */
class LedgerStateTest {
  private static final Sha256 THIRD = Bodies.digest("third lock");

  @Test
  void countsLocksAmendmentsAndExecutions() {
    var state =
        state(
            Bodies.lock(Bodies.FIRST),
            Bodies.amendment(Bodies.FIRST, Bodies.SECOND, Timing.BEFORE_DATA),
            Bodies.amendment(Bodies.SECOND, THIRD, Timing.BEFORE_DATA),
            Bodies.start(THIRD),
            Bodies.end(4, Outcome.COMPLETED),
            Bodies.start(THIRD),
            Bodies.end(6, Outcome.FAILED),
            Bodies.start(Bodies.FIRST));
    assertThat(state.counts()).isEqualTo(new LedgerCounts(1, 2, 3, 1));
    assertThat(state.executions())
        .extracting(RecordedExecution::course)
        .containsExactly(
            RecordedExecution.Course.COMPLETED,
            RecordedExecution.Course.FAILED,
            RecordedExecution.Course.UNFINISHED);
    assertThat(state.executionsOf(THIRD)).hasSize(2);
    assertThat(state.entries()).isEqualTo(9);
  }

  @Test
  void knowsWhichLockIsInForce() {
    var state =
        state(
            Bodies.lock(Bodies.FIRST),
            Bodies.amendment(Bodies.FIRST, Bodies.SECOND, Timing.UNKNOWN),
            new Locking(new LockedPlan(THIRD, Bodies.FIRST, "other", Optional.empty())));
    assertThat(state.active("ketamine").map(lock -> lock.locked().lock())).contains(Bodies.SECOND);
    assertThat(state.active("other").map(lock -> lock.locked().lock())).contains(THIRD);
    assertThat(state.active("none")).isEmpty();
    assertThat(state.lock(Bodies.FIRST).orElseThrow().supersededBy()).hasValue(2);
    assertThat(state.lineage(Bodies.SECOND))
        .extracting(lock -> lock.locked().lock())
        .containsExactly(Bodies.FIRST, Bodies.SECOND);
    assertThat(state.lineage(Bodies.digest("none"))).isEmpty();
    assertThat(state.locks()).hasSize(3);
  }

  @Test
  void tellsWhatStoodBeforeALockAndWhatCameAfter() {
    var state =
        state(
            Bodies.lock(Bodies.FIRST),
            Bodies.unblinding(Bodies.FIRST),
            Bodies.start(Bodies.FIRST),
            Bodies.amendment(Bodies.FIRST, Bodies.SECOND, Timing.AFTER_UNBLINDING),
            Bodies.unblinding(Bodies.SECOND));
    long first = state.lock(Bodies.FIRST).orElseThrow().seq();
    long second = state.lock(Bodies.SECOND).orElseThrow().seq();
    assertThat(state.unblindings()).hasSize(2);
    assertThat(state.unblindingsBefore(first)).isEmpty();
    assertThat(state.unblindingsAfter(first)).extracting(Recorded::seq).containsExactly(2L, 5L);
    assertThat(state.unblindingsBefore(second)).extracting(Recorded::seq).containsExactly(2L);
    assertThat(state.unblindingsAfter(second)).extracting(Recorded::seq).containsExactly(5L);
    assertThat(state.executionsBefore(first)).isEmpty();
    assertThat(state.executionsBefore(second)).hasSize(1);
    assertThat(state.unblindings().get(0).actor()).isEqualTo("Ada");
    assertThat(state.unblindings().get(0).time()).isEqualTo(Ledgers.NOON.plusSeconds(120));
  }

  @Test
  void anEmergencyIsRecordedButReleasesNothing() {
    var emergency =
        new Release(
            Bodies.SECOND,
            Bodies.digest("allocation"),
            Bodies.digest("release"),
            TreeHead.empty(),
            Optional.of(new Release.Emergency("sub-07", "anaphylaxis")));
    var state =
        state(
            emergency,
            Bodies.release(Bodies.FIRST, TreeHead.empty()),
            emergency,
            Bodies.release(Bodies.FIRST, TreeHead.empty()));
    assertThat(state.releases()).hasSize(4);
    assertThat(state.release().map(release -> release.body().lock())).contains(Bodies.FIRST);
  }

  @Test
  void findsAReleaseForAnotherLock() {
    finds(
        "3 RELEASED_FOR_OTHER_LOCK",
        Bodies.release(Bodies.FIRST, TreeHead.empty()),
        Bodies.release(Bodies.SECOND, TreeHead.empty()));
  }

  @Test
  void findsLocksThatCannotBe() {
    finds("3 LEDGER_CONTRADICTION", Bodies.lock(Bodies.FIRST), Bodies.lock(Bodies.FIRST));
    finds("3 LOCK_ACTIVE", Bodies.lock(Bodies.FIRST), Bodies.lock(Bodies.SECOND));
    finds("2 LEDGER_CONTRADICTION", amendment(Bodies.FIRST, Bodies.SECOND));
    finds(
        "4 LEDGER_CONTRADICTION",
        Bodies.lock(Bodies.FIRST),
        amendment(Bodies.FIRST, Bodies.SECOND),
        amendment(Bodies.FIRST, THIRD));
    finds(
        "4 LEDGER_CONTRADICTION",
        Bodies.lock(Bodies.FIRST),
        amendment(Bodies.FIRST, Bodies.SECOND),
        amendment(Bodies.SECOND, Bodies.FIRST));
  }

  @Test
  void findsExecutionsThatCannotEndOrBeReported() {
    finds("2 LEDGER_CONTRADICTION", Bodies.end(0, Outcome.COMPLETED));
    finds("2 LEDGER_CONTRADICTION", new Reporting(1, Bodies.file()));
    finds(
        "4 LEDGER_CONTRADICTION",
        Bodies.start(Bodies.FIRST),
        Bodies.end(1, Outcome.FAILED),
        Bodies.end(1, Outcome.COMPLETED));
  }

  @Test
  void findsASecondBeginningAndNone() {
    finds("2 LEDGER_CONTRADICTION", Bodies.beginning());
    assertThat(Ledgers.findings(Ledgers.read(Ledgers.lines(List.of(Bodies.sealing())))))
        .containsExactly("1 LEDGER_CONTRADICTION");
    assertThat(Ledgers.read(Ledgers.lines(List.of(Bodies.sealing()))).value().orElseThrow().study())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Timing.class)
  void findsAClaimOfBlindnessThatTheLedgerDenies(Timing timing) {
    var deviation = new DeclaredDeviation(Bodies.FIRST, "models.full.terms", "a slip", timing);
    for (var opening : List.of(Bodies.unblinding(Bodies.FIRST), Bodies.start(Bodies.FIRST))) {
      var bodies =
          List.of(
              Bodies.beginning(),
              Bodies.lock(Bodies.FIRST),
              opening,
              Bodies.amendment(Bodies.FIRST, Bodies.SECOND, timing),
              deviation);
      assertThat(Ledgers.findings(Ledgers.read(Ledgers.lines(bodies))))
          .isEqualTo(
              timing.isBlind()
                  ? List.of("4 LEDGER_CONTRADICTION", "5 LEDGER_CONTRADICTION")
                  : List.of());
    }
  }

  @Test
  void followsNoCircleOfAmendments() {
    var lines =
        behindBeginning(
            amendment(Bodies.FIRST, Bodies.SECOND), amendment(Bodies.SECOND, Bodies.FIRST));
    var state = Ledgers.read(lines).value().orElseThrow().state();
    assertThat(state.lineage(Bodies.FIRST)).hasSize(2);
  }

  @Test
  void findsAHeadBeyondAllLines() {
    var body = Bodies.publication(new TreeHead(1L << 39, Bodies.FIRST));
    var first = Ledgers.lines(List.of(Bodies.beginning()));
    var prev = Sha256.of(Ledgers.bytes(first.get(0)));
    var entry = new LedgerEntry(1L << 40, prev, Ledgers.NOON, "Ada", body);
    assertThat(Ledgers.rules(Ledgers.read(List.of(first.get(0), Ledgers.line(entry)))))
        .containsExactly(Rule.LEDGER_CHANGED, Rule.LEDGER_REWRITTEN);
  }

  @Test
  void listsAtMostAHundredContradictions() {
    var bodies = new ArrayList<EntryBody>(List.of(Bodies.beginning()));
    for (int i = 0; i < 300; i++) {
      bodies.add(Bodies.beginning());
    }
    assertThat(Ledgers.read(Ledgers.lines(bodies)).diagnostics()).hasSize(100);
  }

  private static EntryBody amendment(Sha256 parent, Sha256 lock) {
    return Bodies.amendment(parent, lock, Timing.UNKNOWN);
  }

  private static LedgerState state(EntryBody... bodies) {
    var read = Ledgers.read(behindBeginning(bodies));
    assertThat(read.diagnostics()).isEmpty();
    return read.orThrow().state();
  }

  private static void finds(String finding, EntryBody... bodies) {
    assertThat(Ledgers.findings(Ledgers.read(behindBeginning(bodies)))).containsExactly(finding);
  }

  private static List<String> behindBeginning(EntryBody... bodies) {
    var all = new ArrayList<EntryBody>(List.of(Bodies.beginning()));
    all.addAll(List.of(bodies));
    return Ledgers.lines(all);
  }
}
