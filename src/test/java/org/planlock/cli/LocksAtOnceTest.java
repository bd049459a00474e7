package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.planlock.lock.Sha256;
import org.planlock.lock.ledger.LedgerReader;

/** Two people lock at once: each plan is locked once, and no entry is lost. */
@Timeout(600)
class LocksAtOnceTest {
  private static final int ROUNDS = 20;
  private static final String SMALL = "small.plan";
  private static final String OTHER = "other.plan";

  @TempDir private Path folder;

  /** Types one command while somebody else types another; the exit code of each. */
  private interface Typing {
    List<Integer> type(Path study, String first, String second) throws Exception;
  }

  @Test
  void twoThreads() throws Exception {
    rounds(LocksAtOnceTest::threads);
  }

  @Test
  @Tag("thorough")
  void twoProcesses() throws Exception {
    rounds(LocksAtOnceTest::processes);
  }

  private void rounds(Typing typing) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      onePlan(study(round, "one"), typing);
      siblings(study(round, "two"), typing);
    }
  }

  private static void onePlan(Path study, Typing typing) throws Exception {
    var codes = typing.type(study, SMALL, SMALL);
    assertThat(codes)
        .as("one locks, the other is told so")
        .contains(0)
        .allMatch(c -> c == 0 || c == 7);
    isWhole(study, List.of("small"));
    assertThat(desk(study).type("lock", SMALL)).isEqualTo(7);
  }

  private static void siblings(Path study, Typing typing) throws Exception {
    assertThat(typing.type(study, SMALL, OTHER)).containsExactly(0, 0);
    isWhole(study, List.of("other", "small"));
  }

  /** One entry and one file for each plan, and the file is the one of which the ledger tells. */
  private static void isWhole(Path study, List<String> plans) {
    var desk = desk(study);
    var read = LedgerReader.read(study.resolve(".planlock/ledger.jsonl"));
    assertThat(read.diagnostics()).isEmpty();
    var ledger = read.orThrow();
    assertThat(ledger.entries()).as("init and locks").hasSize(1 + plans.size());
    for (var plan : plans) {
      var copy = Sha256.of(desk.bytes(plan + ".lock"));
      assertThat(ledger.state().active(plan).orElseThrow().locked().copy()).isEqualTo(copy);
      assertThat(desk.type("verify", plan + ".lock")).as(desk.out()).isZero();
    }
    assertThat(desk.files())
        .filteredOn(name -> name.contains(".lock") || name.contains(".part"))
        .containsExactlyElementsOf(plans.stream().map(plan -> plan + ".lock").toList());
  }

  private static List<Integer> threads(Path study, String first, String second) throws Exception {
    var start = new CyclicBarrier(2);
    var both = Executors.newFixedThreadPool(2);
    try {
      var codes = both.invokeAll(List.of(typed(study, first, start), typed(study, second, start)));
      return List.of(codes.get(0).get(), codes.get(1).get());
    } finally {
      both.shutdownNow();
    }
  }

  private static Callable<Integer> typed(Path study, String plan, CyclicBarrier start) {
    var desk = desk(study);
    return () -> {
      start.await();
      return desk.type("lock", plan);
    };
  }

  private static List<Integer> processes(Path study, String first, String second)
      throws IOException, InterruptedException {
    var one = OtherJvm.plan(study, "lock", first);
    var two = OtherJvm.plan(study, "lock", second);
    return List.of(one.waitFor(), two.waitFor());
  }

  private Path study(int round, String name) {
    var study = folder.resolve(name + round);
    desk(study)
        .with(SMALL, Desk.COMPLETE)
        .with(OTHER, Desk.COMPLETE.replace("\"small\"", "\"other\""))
        .with("data/wide.csv", "rid,age,dose,before,after\na,30,1,10,12\n");
    return study;
  }

  /** Each lock is stamped with a number of its own, so that no two are alike. */
  private static Desk desk(Path study) {
    return new Desk(study).where("PLANLOCK_CONFIG", "config").at("2040-01-01T00:00:00Z");
  }
}
