package org.planlock.stats.elasticnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bit for bit the same doubles, whoever computes them: threads, compilers, versions of Java. */
class SameBitsTest {
  /** Rounds after which the compilers have seen everything. */
  private static final int MANY = 8;

  private static final String ALONE = text(EveryBit.digests(1));

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void onAnyNumberOfThreads(int threads) {
    assertThat(text(EveryBit.digests(threads))).isEqualTo(ALONE);
  }

  @Test
  void withAllCompilers() throws IOException, InterruptedException {
    assertThat(printedBy(javaHome(), MANY)).isEqualTo(ALONE);
  }

  @Test
  void withoutTheOptimisingCompiler() throws IOException, InterruptedException {
    assertThat(printedBy(javaHome(), MANY, "-XX:TieredStopAtLevel=1")).isEqualTo(ALONE);
  }

  @Test
  void withoutAnyCompiler() throws IOException, InterruptedException {
    assertThat(printedBy(javaHome(), 1, "-Xint")).isEqualTo(ALONE);
  }

  @Test
  void onANewerJava() throws IOException, InterruptedException {
    var newer = Optional.ofNullable(System.getenv("PLANLOCK_NEWER_JDK"));
    assumeThat(newer).as("PLANLOCK_NEWER_JDK is not set").isPresent();
    assertThat(printedBy(newer.orElseThrow(), MANY)).isEqualTo(ALONE);
  }

  private static String javaHome() {
    return System.getProperty("java.home");
  }

  private static String printedBy(String home, int rounds, String... flags)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(home, "bin", "java").toString());
    command.addAll(List.of(flags));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EveryBit.class.getName(), Integer.toString(rounds)));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed.strip();
  }

  private static String text(Map<String, String> digests) {
    return digests.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
