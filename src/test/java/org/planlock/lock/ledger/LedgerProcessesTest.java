package org.planlock.lock.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.ledger.entry.EntryType;
import org.planlock.lock.ledger.entry.LedgerEntry;

/** Many who write at once, some of whom are killed. */
class LedgerProcessesTest {
  private static final Duration BRIEFLY = Duration.ofMillis(200);

  @TempDir Path study;

  @Test
  @Timeout(60)
  void eightProcessesOfTwentyFiveEntriesMakeTwoHundred() throws Exception {
    var folder = Writers.begun(study);
    var children = new ArrayList<LedgerChild>();
    for (int i = 0; i < 8; i++) {
      children.add(LedgerChild.start(folder, "child " + i, 25));
    }
    for (var child : children) {
      child.ready();
    }
    for (var child : children) {
      child.go();
    }
    for (var child : children) {
      assertThat(child.complaints()).isEqualTo("0 ");
    }
    var entries = Writers.read(folder).entries();
    assertThat(entries).hasSize(201);
    for (int i = 0; i < 8; i++) {
      var name = "child " + i;
      assertThat(entries).filteredOn(entry -> entry.actor().equals(name)).hasSize(25);
    }
  }

  @Test
  void eightThreadsLoseNoEntry() throws Exception {
    var folder = Writers.begun(study);
    var pool = Executors.newFixedThreadPool(8);
    try {
      var writers =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(
                  i ->
                      () ->
                          IntStream.range(0, 10)
                              .allMatch(n -> Writers.of(folder).append(Bodies.sealing()).isSound()))
              .toList();
      for (var result : pool.invokeAll(writers)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(Writers.read(folder).entries()).hasSize(81);
  }

  @Test
  void oneOfTwoLocksAtOnceWins() throws Exception {
    var folder = Writers.begun(study);
    var pool = Executors.newFixedThreadPool(2);
    try {
      var writers =
          IntStream.range(0, 2)
              .<Callable<List<Rule>>>mapToObj(
                  i ->
                      () ->
                          Ledgers.rules(
                              Writers.of(folder).append(LockSteps.lock("lock " + i).step())))
              .toList();
      var found = new ArrayList<List<Rule>>();
      for (var result : pool.invokeAll(writers)) {
        found.add(result.get());
      }
      assertThat(found).containsExactlyInAnyOrder(List.of(), List.of(Rule.LOCK_ACTIVE));
    } finally {
      pool.shutdownNow();
    }
    assertThat(Writers.types(folder)).containsExactly(EntryType.INIT, EntryType.LOCK);
  }

  @Test
  @Timeout(30)
  void saysWhoWritesWhenAnotherProcessDoesNotEnd() throws Exception {
    var folder = Writers.begun(study);
    try (var child = LedgerChild.start(folder, "Grace", -1)) {
      child.ready().go();
      waitForEntries(folder, 2);
      // it writes again and again, so the lock is free for moments alone; what is asked is who has
      // it
      var found = new ArrayList<String>();
      for (int i = 0; i < 1000 && found.isEmpty(); i++) {
        Writers.of(folder).waiting(Duration.ZERO).append(Bodies.sealing()).diagnostics().stream()
            .filter(d -> d.rule() == Rule.LEDGER_BUSY)
            .map(Diagnostic::message)
            .filter(message -> message.contains("Grace"))
            .forEach(found::add);
      }
      assertThat(found).isNotEmpty();
    }
  }

  private static void waitForEntries(LedgerFolder folder, int entries)
      throws IOException, InterruptedException {
    for (int i = 0; i < 1000; i++) {
      if (LedgerReader.read(folder.ledger()).value().orElseThrow().entries().size() >= entries) {
        return;
      }
      Thread.sleep(10);
    }
    throw new IOException("the child wrote nothing");
  }

  @Test
  @Timeout(30)
  void isBusyInBoundedTimeWhileAThreadWrites() throws IOException {
    var folder = Writers.begun(study);
    long size = Files.size(folder.ledger());
    try (var held = LedgerLock.acquire(folder, holder(), BRIEFLY).orThrow()) {
      assertThat(held).isNotNull();
      var busy = Writers.of(folder).waiting(BRIEFLY).append(Bodies.sealing());
      assertThat(Ledgers.rules(busy)).containsExactly(Rule.LEDGER_BUSY);
      assertThat(busy.diagnostics().get(0).message())
          .isEqualTo(
              "the ledger is being written by `Grace` (process 4711, since 2026-03-02T12:00:00Z)");
      assertThat(busy.diagnostics().get(0).notes().get(0))
          .contains(folder.lockFile().toString())
          .contains("200 ms");
    }
    assertThat(Files.size(folder.ledger())).isEqualTo(size);
    assertThat(Writers.of(folder).append(Bodies.sealing()).isSound()).isTrue();
  }

  @Test
  @Timeout(30)
  void aThreadThatWaitsDoesNotGiveUpTheLockOfItsProcess() throws Exception {
    var folder = Writers.begun(study);
    try (var child = LedgerChild.start(folder, "Grace", 1)) {
      child.ready();
      try (var held = LedgerLock.acquire(folder, holder(), BRIEFLY).orThrow()) {
        assertThat(held).isNotNull();
        for (int i = 0; i < 3; i++) {
          var busy = Writers.of(folder).waiting(Duration.ZERO).append(Bodies.sealing());
          assertThat(Ledgers.rules(busy)).containsExactly(Rule.LEDGER_BUSY);
        }
        child.go();
        Thread.sleep(500);
        assertThat(Writers.read(folder).entries()).hasSize(1);
      }
      assertThat(child.complaints()).isEqualTo("0 ");
    }
    assertThat(Writers.read(folder).entries()).hasSize(2);
  }

  @Test
  void takesAForeignLockInItsOwnProcessForBusy() throws IOException {
    var folder = Writers.begun(study);
    for (var text : List.of("", "{}", "{\"actor\":\"\u202e\",\"process\":1,\"since\":\"x\"}")) {
      Files.writeString(folder.lockFile(), text);
      try (var channel = FileChannel.open(folder.lockFile(), StandardOpenOption.WRITE);
          var foreign = channel.lock()) {
        assertThat(foreign.isValid()).isTrue();
        var busy = Writers.of(folder).waiting(Duration.ofMillis(20)).append(Bodies.sealing());
        assertThat(busy.diagnostics())
            .extracting(Diagnostic::message)
            .containsExactly("the ledger is being written by another process");
      }
    }
    assertThat(Writers.of(folder).append(Bodies.sealing()).isSound()).isTrue();
  }

  @Test
  void stopsWaitingWhenInterrupted() throws IOException {
    var folder = Writers.begun(study);
    try (var held = LedgerLock.acquire(folder, holder(), BRIEFLY).orThrow()) {
      assertThat(held).isNotNull();
      Thread.currentThread().interrupt();
      var busy = Writers.of(folder).append(Bodies.sealing());
      assertThat(Ledgers.rules(busy)).containsExactly(Rule.LEDGER_BUSY);
      assertThat(Thread.interrupted()).isTrue();
    }
    Thread.currentThread().interrupt();
    assertThat(Writers.of(folder).append(Bodies.sealing()).isSound()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(Writers.read(folder).entries()).hasSize(1);
  }

  @Test
  @Timeout(120)
  void killsLeaveALedgerThatGoesOn() throws Exception {
    survivesKills(50);
  }

  @Test
  @Tag("thorough")
  void manyKillsLeaveALedgerThatGoesOn() throws Exception {
    survivesKills(500);
  }

  private void survivesKills(int kills) throws Exception {
    var folder = Writers.begun(study);
    var delays = new SplittableRandom(20260302);
    var next = LedgerChild.start(folder, "child", -1);
    for (int kill = 1; kill <= kills; kill++) {
      var child = next.ready();
      next = LedgerChild.start(folder, "child", -1);
      child.go();
      Thread.sleep(delays.nextInt(60));
      child.kill();
      assertThat(Writers.of(folder).append(Bodies.timestamp()).isSound())
          .as("kill %d", kill)
          .isTrue();
      var read = LedgerReader.read(folder.ledger());
      assertThat(Ledgers.rules(read)).as("kill %d", kill).doesNotContain(Rule.LEDGER_TORN);
      assertThat(read.isSound()).as("kill %d", kill).isTrue();
      assertThat(count(read.orThrow(), EntryType.RECOVER)).isLessThanOrEqualTo(kill);
    }
    next.close();
    var ledger = LedgerReader.read(folder.ledger()).orThrow();
    assertThat(count(ledger, EntryType.TIMESTAMP)).isEqualTo(kills);
    assertThat(count(ledger, EntryType.SEAL)).isGreaterThan(kills);
    assertThat(Writers.names(folder.root()))
        .filteredOn(name -> name.startsWith("torn-"))
        .hasSize((int) count(ledger, EntryType.RECOVER));
  }

  private static Holder holder() {
    return new Holder("Grace", 4711, Ledgers.NOON);
  }

  private static long count(Ledger ledger, EntryType type) {
    return ledger.entries().stream().map(LedgerEntry::type).filter(type::equals).count();
  }
}
