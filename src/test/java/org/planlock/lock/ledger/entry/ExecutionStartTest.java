package org.planlock.lock.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.Bodies;
import org.planlock.lock.ledger.entry.ExecutionStart.Manner;
import org.planlock.source.Span;

class ExecutionStartTest {
  private static final Optional<Sha256> LOCK = Optional.of(Bodies.FIRST);
  private static final Optional<String> PLAN = Optional.of("small");

  @Test
  void namesALockOrAPlanThatWasNeverLocked() {
    assertThatThrownBy(() -> new ExecutionStart(LOCK, PLAN, Manner.BLIND, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new ExecutionStart(Optional.empty(), Optional.empty(), Manner.BLIND, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void comesOutAgainInEveryManner() {
    for (var manner : Manner.values()) {
      var locked = new ExecutionStart(LOCK, Optional.empty(), manner, List.of(Bodies.file()));
      assertThat(again(locked)).isEqualTo(locked);
      assertThat(locked.tellsTheOutcome()).isEqualTo(manner != Manner.BLIND);
      assertThat(locked.opensWhatIsSealed())
          .isEqualTo(manner == Manner.AS_LOCKED || manner == Manner.EXPLORATORY);
      assertThat(locked.isOf(Bodies.FIRST)).isTrue();
      var unlocked = new ExecutionStart(Optional.empty(), PLAN, manner, List.of());
      assertThat(again(unlocked)).isEqualTo(unlocked);
      assertThat(unlocked.isOf(Bodies.FIRST)).isFalse();
    }
  }

  @Test
  void aLockedExecutionIsWrittenAsItAlwaysWas() {
    var line =
        new String(
            entry(new ExecutionStart(Bodies.FIRST, List.of())).line(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(line).contains("\"body\":{\"data\":[],\"lock\":\"").doesNotContain("manner", "plan");
  }

  @Test
  void refusesOtherManners() {
    var line =
        new String(
            entry(new ExecutionStart(LOCK, Optional.empty(), Manner.BLIND, List.of())).line(),
            java.nio.charset.StandardCharsets.UTF_8);
    for (var other : List.of("as_locked", "hasty")) {
      var read =
          LedgerEntry.read(
              line.replace("\"blind\"", "\"" + other + "\"")
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8),
              Span.none("ledger:1"));
      assertThat(read.isSound()).as(other).isFalse();
    }
  }

  private static EntryBody again(ExecutionStart start) {
    return LedgerEntry.read(entry(start).line(), Span.none("ledger:1")).orThrow().body();
  }

  private static LedgerEntry entry(ExecutionStart start) {
    return new LedgerEntry(3, Bodies.FIRST, Instant.parse("2026-12-01T00:00:00Z"), "Ada", start);
  }
}
