package org.planlock.syntax.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.Planlock;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.fuzz.Fuzzed;
import org.planlock.syntax.Findings;
import org.planlock.syntax.notation.HostileRows.End;
import org.planlock.syntax.notation.HostileRows.Row;

/**
 * Every bad text of the threat model, in every notation: refused with a place, or the plan that it
 * is; within two seconds of the processor and, in a process of its own, within 256 MiB. What is said
 * is recorded in {@code hostile/rows.txt}; {@code -Dgolden.update} rewrites.
 */
class HostileRowsTest {
  private static final Path RECORD = Path.of("src/test/resources/hostile/rows.txt");
  private static final List<Integer> ABOUT_TEXTS =
      List.of(
          1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
          26, 27, 28, 29, 30, 31, 32, 33, 34, 37, 47, 48, 71, 72, 73, 74, 75);

  @TempDir private Path folder;

  @Test
  void everyRowIsThereInEveryNotation() {
    for (var notation : PlanNotation.values()) {
      assertThat(HostileRows.all().stream().filter(row -> row.notation() == notation))
          .extracting(Row::number)
          .containsAll(ABOUT_TEXTS);
    }
  }

  @Test
  void everyRowEndsAsItMustAndSaysWhatIsRecorded() throws IOException {
    var shown = new ArrayList<String>();
    for (var row : HostileRows.all()) {
      ends(row);
      shown.add(shown(row));
    }
    var text = String.join("\n", shown) + "\n";
    if (System.getProperty("golden.update") != null) {
      Files.writeString(RECORD, text);
    }
    assertThat(text).isEqualTo(Files.readString(RECORD));
  }

  private static void ends(Row row) {
    var found = HostileRows.found(row);
    Fuzzed.reported(found);
    assertThat(found.isEmpty()).as(row + " " + found).isEqualTo(row.end() != End.REFUSED);
    assertThat(found).as(row.toString()).hasSizeLessThanOrEqualTo(2 * Findings.MOST);
    if (row.end() == End.SAME) {
      var plain = HostileRows.plain(row.notation()).getBytes(StandardCharsets.UTF_8);
      assertThat(HostileRows.digest(row.notation(), row.bytes()))
          .as(row.toString())
          .isEqualTo(HostileRows.digest(row.notation(), plain));
    }
  }

  private static String shown(Row row) {
    var found =
        HostileRows.found(row).stream()
            .limit(3)
            .map(HostileRowsTest::shown)
            .collect(Collectors.joining("\n"));
    return String.format(Locale.ROOT, "%02d ", row.number())
        + cut(row.what())
        + ", "
        + row.notation().name().toLowerCase(Locale.ROOT)
        + (found.isEmpty() ? ": a plan" : "\n" + found);
  }

  private static String shown(Diagnostic found) {
    return "     "
        + found.rule().code()
        + " "
        + cut(found.message())
        + " at "
        + found.span().place();
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) > 160
        ? text.substring(0, text.offsetByCodePoints(0, 160)) + "…"
        : text;
  }

  @Test
  @Timeout(300)
  void everyRowTakesTwoSecondsAndAQuarterOfAGigabyteAtMost() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HostileRowsTest.class.getName())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains(HostileRows.all().size() + " rows");
  }

  /** Reads every row in a small process, and fails where one takes too long. */
  public static void main(String[] nothing) {
    var threads = ManagementFactory.getThreadMXBean();
    int rows = 0;
    for (var row : HostileRows.all()) {
      long before = threads.getCurrentThreadCpuTime();
      HostileRows.found(row);
      long took = threads.getCurrentThreadCpuTime() - before;
      if (took > Duration.ofSeconds(2).toNanos()) {
        throw new AssertionError(row + " took " + took / 1_000_000 + " ms");
      }
      rows++;
    }
    System.out.println(rows + " rows");
  }

  /** Rows 33, 35 and 36: what is no file of a plan is not read. */
  @ParameterizedTest
  @EnumSource(PlanNotation.class)
  @Timeout(20)
  void aGigabyteADeviceAFolderAndNothingAreNotRead(PlanNotation notation) throws IOException {
    var large = folder.resolve("large" + notation.ending());
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    assertThat(code(large, notation)).isEqualTo("S108");
    var directory = Files.createDirectory(folder.resolve("folder" + notation.ending()));
    assertThat(code(directory, notation)).startsWith("D4");
    assertThat(code(folder.resolve("gone" + notation.ending()), notation)).startsWith("D4");
    if (Files.exists(Path.of("/dev/zero"))) {
      assertThat(code(Path.of("/dev/zero"), notation)).startsWith("D4");
    }
  }

  private static String code(Path file, PlanNotation notation) {
    return Planlock.read(file, "x" + notation.ending()).diagnostics().get(0).rule().code();
  }
}
