package org.planlock.syntax.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Findings;
import org.planlock.syntax.PlanNode;
import org.planlock.syntax.SourceReading;
import org.planlock.syntax.Trees;

/**
 * Broken and hostile texts: each file of {@code hostile/} gives its diagnostics as recorded beside
 * it; {@code -Dgolden.update} rewrites.
 */
class HostileInputsTest {
  private static final Path FOLDER = Path.of("src/test/resources/hostile");
  private static final Duration ENOUGH = Duration.ofSeconds(2);

  @TestFactory
  List<DynamicTest> everyFileIsReportedAsRecorded() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.toString().endsWith(".txt"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> golden(file)))
          .toList();
    }
  }

  private static void golden(Path file) throws IOException {
    String name = file.getFileName().toString();
    byte[] bytes = Files.readAllBytes(file);
    var found = assertTimeout(ENOUGH, () -> read(name, bytes).diagnostics());
    String shown = String.join("\n", found.stream().map(HostileInputsTest::show).toList()) + "\n";
    Path expected = FOLDER.resolve(name + ".txt");
    if (System.getProperty("golden.update") != null) {
      Files.writeString(expected, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(expected));
  }

  static Stream<String[]> large() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
    return Stream.of(
        new String[] {"yaml", bomb, "S104"},
        new String[] {
          "yaml", "a: &a " + "x".repeat(60_000) + "\nb: [" + "*a, ".repeat(1000) + "*a]", "S104"
        },
        new String[] {"yaml", "[".repeat(100_000), "S107"},
        new String[] {"yaml", "{a: ".repeat(100_000), "S107"},
        new String[] {"yaml", "- ".repeat(100_000), "S107"},
        new String[] {"yaml", "? ".repeat(100_000), "S107"},
        new String[] {"yaml", "a: 1\n" + "b: 1\n".repeat(40_000), "S103"},
        new String[] {"yaml", "a: 1\n" + "b: 1\n".repeat(100_000), "S108"},
        new String[] {"yaml", "x".repeat(SourceReading.MOST_BYTES + 1), "S108"},
        new String[] {"yaml", "a: " + "x".repeat(900_000), "S108"},
        new String[] {"yaml", "a: |\n" + "  \tx\n".repeat(50_000) + "b: &x 1", "S104"},
        new String[] {"yaml", "a: \"" + "x".repeat(250_000), "S102"},
        new String[] {"plan.groovy", "(".repeat(100_000), "S107"},
        new String[] {"plan.groovy", "{".repeat(100_000), "S107"},
        new String[] {"plan.groovy", "looks([".repeat(100_000), "S107"},
        new String[] {"plan.groovy", "sample { ".repeat(100_000), "S107"},
        new String[] {"plan.groovy", "sample { ".repeat(60) + "}".repeat(59), "S102"},
        new String[] {"plan.groovy", "looks 1" + " + 1".repeat(200_000), "S108"},
        new String[] {"plan.groovy", "looks 1" + ", 1".repeat(300_000), "S108"},
        new String[] {"plan.groovy", "looks 1\n".repeat(100_000), "S108"},
        new String[] {"plan.groovy", "sample {" + "looks 1\n".repeat(100_000) + "}", "S108"},
        new String[] {"plan.groovy", "/* ".repeat(300_000), "S102"},
        new String[] {"plan.groovy", "title '" + "x".repeat(900_000), "S102"},
        new String[] {"plan.groovy", "title '''" + "x".repeat(900_000), "S102"},
        new String[] {"plan.groovy", "title \"" + "$".repeat(900_000) + "\"", "S118"},
        new String[] {"plan.groovy", "title '" + "\\u".repeat(400_000), "S101"},
        new String[] {"plan.groovy", "=".repeat(900_000), "S118"},
        new String[] {"plan.groovy", "x".repeat(SourceReading.MOST_BYTES + 1), "S108"},
        new String[] {"plan", "(".repeat(90_000), "S107"},
        new String[] {"plan", "{".repeat(90_000), "S107"},
        new String[] {"plan", "a { ".repeat(60) + "}".repeat(59), "S102"},
        new String[] {"plan", "1+".repeat(100_001), "S108"},
        new String[] {"plan", "outcome y = \"" + "x".repeat(900_000), "S102"},
        new String[] {"plan", "x".repeat(SourceReading.MOST_BYTES + 1), "S108"});
  }

  @ParameterizedTest
  @MethodSource("large")
  void refusesLargeInputsFast(String notation, String text, String code) {
    var found =
        assertTimeout(
            ENOUGH,
            () -> read("large." + notation, text.getBytes(StandardCharsets.UTF_8)).diagnostics());
    assertThat(found).extracting(finding -> finding.rule().code()).contains(code);
    assertThat(found).hasSizeLessThanOrEqualTo(Findings.MOST);
  }

  @Test
  void acceptsAHundredThousandKeysThatCollide() {
    var text = new StringBuilder();
    for (int i = 0; i < 4096; i++) {
      for (int bit = 0; bit < 12; bit++) {
        // "Aa" and "BB" have the same hash code
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append(": 1\n");
    }
    assertTimeout(
        ENOUGH,
        () ->
            assertThat(
                    read("keys.yaml", text.toString().getBytes(StandardCharsets.UTF_8)).isSound())
                .isTrue());
  }

  @Test
  void readsLongSumsWithoutOverflow() {
    var plan =
        read("sum.plan", ("outcome y = 1" + "+1".repeat(45_000)).getBytes(StandardCharsets.UTF_8));
    assertThat(plan.isSound()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ketamine-ptsd.plan", "ketamine-ptsd.plan.yaml", "ketamine-ptsd.plan.groovy"})
  void neverFailsOtherThanByADiagnostic(String name) {
    int[] points = Trees.target(name).text().codePoints().toArray();
    String signs = "{}[]()\"'\\:,-#&*!|>%@`?\t\n\u0000\u202E=.<~^/é";
    var random = new SplittableRandom(17);
    for (int i = 0; i < 300; i++) {
      int[] copy = points.clone();
      for (int change = 1 + random.nextInt(3); change > 0; change--) {
        copy[random.nextInt(copy.length)] = signs.codePointAt(random.nextInt(signs.length()));
      }
      int from = random.nextInt(copy.length);
      String text = new String(copy, from / 2, copy.length - from);
      assertThat(read(name, text.getBytes(StandardCharsets.UTF_8))).isNotNull();
    }
  }

  private static Checked<PlanNode.Mapping> read(String name, byte[] bytes) {
    Checked<SourceFile> source = SourceReading.of(name, bytes);
    return PlanNotation.of(name)
        .then(notation -> source.then(text -> notation.reader().read(text)));
  }

  private static String show(Diagnostic found) {
    var lines =
        Stream.of(
            Stream.of(
                String.format(
                    Locale.ROOT,
                    "%s[%s]: %s",
                    found.severity().word(),
                    found.rule().code(),
                    found.message())),
            Stream.of("  --> " + found.span().place()),
            found.labels().stream()
                .map(label -> "  ... " + label.span().place() + " " + label.text()),
            found.notes().stream().map(note -> "  = note: " + note),
            found.helps().stream().map(help -> "  = help: " + help));
    return String.join("\n", lines.flatMap(line -> line).toList());
  }
}
