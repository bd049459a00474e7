package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole processes that are killed (SIGKILL) while they lock or execute: the next command works,
 * nothing is left half-written, and an execution that was begun stays visible.
 */
@Timeout(1200)
class KilledCommandsTest {
  @TempDir private Path folder;
  private int unharmed;
  private int killed;
  private int recovered;
  private int begun;
  private int locked;

  @Test
  void fiftyKills() throws Exception {
    kill(50);
  }

  @Test
  @Tag("thorough")
  void fiveHundredKills() throws Exception {
    kill(500);
  }

  private void kill(int times) throws Exception {
    var random = new SplittableRandom(20261126);
    var desk = study(folder.resolve("measured"));
    long lock = time(desk, "lock", "small.plan");
    long execute = time(desk, "execute", "small.lock", "--data", "data", "--out", "out");
    for (int i = 0; i < times; i++) {
      var one = study(folder.resolve("study" + i));
      if (i % 2 == 0) {
        stop(one, moment(random, lock), "lock", "small.plan");
        afterALock(one);
      } else {
        assertThat(one.type("lock", "small.plan")).isZero();
        var words = List.of("execute", "small.lock", "--data", "data", "--out", "out");
        stop(one, moment(random, execute), words.toArray(String[]::new));
        afterAnExecution(one);
      }
    }
    System.out.println(
        "kills: "
            + times
            + " processes, "
            + killed
            + " killed, "
            + unharmed
            + " had ended, 0 corrupt, "
            + recovered
            + " recover lines; recorded before the end: "
            + locked
            + " locks, "
            + begun
            + " executions");
    assertThat(killed).as("the moments must hit").isGreaterThan(times / 2);
  }

  /** From a third of what it takes to a little more than that. */
  private static long moment(SplittableRandom random, long whole) {
    return whole / 3 + random.nextLong(whole * 2 / 3);
  }

  private void afterALock(Desk desk) throws IOException {
    locked += desk.ledger().stream().anyMatch(line -> line.contains("\"type\":\"lock\"")) ? 1 : 0;
    assertThat(desk.type("lock", "small.plan")).as(desk.out() + desk.err()).isIn(0, 7);
    assertThat(desk.type("verify", "small.lock")).as(desk.out()).isZero();
    assertThat(desk.ledger()).filteredOn(line -> line.contains("\"type\":\"lock\"")).hasSize(1);
    clean(desk);
  }

  private void afterAnExecution(Desk desk) throws IOException {
    boolean isWhole = desk.files().contains("out/results.json");
    long begun = desk.ledger().stream().filter(line -> line.contains("execute-start")).count();
    assertThat(begun).isLessThanOrEqualTo(1);
    this.begun += (int) begun;
    if (isWhole) {
      assertThat(desk.files())
          .contains("out/trace.jsonl", "out/environment.json")
          .contains("out/deviations.md", "out/deviations.csv", "out/deviations.json")
          .contains("out/methods.md");
      assertThat(begun).as("a result without its beginning").isEqualTo(1);
    }
    assertThat(desk.type("verify", "small.lock")).as(desk.out()).isZero();
    if (begun == 1 && desk.ledger().stream().noneMatch(line -> line.contains("execute-end"))) {
      assertThat(desk.out()).contains("1 unfinished");
    }
    if (isWhole) {
      Files.move(desk.folder.resolve("out"), desk.folder.resolve("before"));
    }
    int again = desk.type("execute", "small.lock", "--data", "data", "--out", "out");
    assertThat(again).as(desk.err()).isZero();
    clean(desk);
  }

  private void clean(Desk desk) {
    long lines =
        desk.ledger().stream().filter(line -> line.contains("\"type\":\"recover\"")).count();
    assertThat(lines).isLessThanOrEqualTo(1);
    recovered += (int) lines;
    assertThat(desk.files())
        .as("nothing half-written")
        .noneMatch(
            name -> name.contains(".part") || name.contains("/.out") || name.startsWith(".out"));
  }

  private static Desk study(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("data"));
    return new Desk(folder)
        .at("2040-01-01T00:00:00Z")
        // the folder of the process that is killed: who comes next takes away what it left there
        .where("PLANLOCK_CONFIG", folder.resolve("config").toString())
        .with("small.plan", Desk.COMPLETE)
        .with(
            "data/wide.csv",
            "rid,age,dose,before,after\na,30,1,10,12\nb,41,2,11,15\nc,52,1,9,9\nd,28,2,14,13\ne,33,3,9,12\n");
  }

  private static long time(Desk desk, String... words) throws Exception {
    long start = System.nanoTime();
    assertThat(OtherJvm.plan(desk.folder, words).waitFor()).isZero();
    return System.nanoTime() - start;
  }

  private void stop(Desk desk, long nanos, String... words) throws Exception {
    var process = OtherJvm.plan(desk.folder, words);
    if (process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
      unharmed++;
    } else {
      process.destroyForcibly().waitFor();
      killed++;
    }
  }
}
