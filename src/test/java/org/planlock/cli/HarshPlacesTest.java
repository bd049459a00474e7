package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks without room, machines without a network, and languages with other letters and digits. */
@Timeout(120)
class HarshPlacesTest {
  private static final String TABLE =
      "rid,age,dose,before,after\na,30,1,10,12\nb,41,2,11,15\nc,52,1,9,9\nd,28,2,14,13\n";

  @TempDir private Path folder;

  /** From no room for the ledger's second line to room for all but the lock itself. */
  @ParameterizedTest
  @ValueSource(ints = {8, 12, 16, 20})
  void aFullDiskLeavesTheOldStateAndTheNextCommandWorks(int kilobytes) throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk")).toString();
    assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "tmpfs", disk),
        "only root can make a small disk");
    try {
      var desk = new Desk(Path.of(disk)).with("small.plan", Desk.SMALL);
      assertThat(desk.type("lock", "small.plan")).as(desk.out()).isEqualTo(5);
      assertThat(desk.err()).contains("the disk is not full");
      assertThat(desk.files()).containsExactly("small.plan");
      assertThat(runs("mount", "-o", "remount,size=1m", disk)).isTrue();
      assertThat(desk.type("lock", "small.plan")).as(desk.err()).isZero();
      assertThat(desk.type("verify", "small.lock")).as(desk.out()).isZero();
      assertThat(desk.ledger()).filteredOn(line -> line.contains("\"type\":\"lock\"")).hasSize(1);
    } finally {
      runs("umount", disk);
    }
  }

  @Test
  void nothingNeedsANetwork() throws Exception {
    assumeTrue(runs("unshare", "-n", "true"), "only root can take the network away");
    study();
    for (var words :
        List.of(
            List.of("check", "small.plan"),
            List.of("verify", "small.lock"),
            List.of("execute", "small.lock", "--data", "data", "--out", "out"))) {
      var alone = new ArrayList<>(List.of("unshare", "-n"));
      alone.addAll(java(List.of(), words));
      var without = output(alone);
      if (words.get(0).equals("execute")) {
        assertThat(without).contains("CONFORMS");
      } else {
        assertThat(without).isEqualTo(output(java(List.of(), words)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Duser.language=tr -Duser.country=TR -Dfile.encoding=ISO-8859-9",
        "-Duser.language=ar -Duser.country=EG -Duser.timezone=Pacific/Apia"
      })
  void noLanguageAndNoClockChangesWhatIsLocked(String flags) throws Exception {
    study();
    var here = List.of(flags.split(" "));
    for (var words :
        List.of(List.of("show", "small.plan", "--as", "json"), List.of("verify", "small.lock"))) {
      assertThat(output(java(here, words))).isEqualTo(output(java(List.of(), words)));
    }
  }

  private void study() {
    var desk = new Desk(folder).with("small.plan", Desk.COMPLETE).with("data/wide.csv", TABLE);
    assertThat(desk.type("lock", "small.plan")).as(desk.err()).isZero();
  }

  private static List<String> java(List<String> flags, List<String> words) {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(flags);
    command.addAll(List.of("-cp", OtherJvm.classPath(), Main.class.getName()));
    command.addAll(words);
    return command;
  }

  private String output(List<String> command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
