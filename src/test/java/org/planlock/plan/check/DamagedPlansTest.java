package org.planlock.plan.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.Planlock;
import org.planlock.diagnostic.Diagnostic;

/** Plans of which words are missing, doubled, exchanged or misspelt at random. */
final class DamagedPlansTest {
  private static final Pattern PART = Pattern.compile("[\\p{L}\\p{N}_.]+|[{}()\\[\\],:\"=]");
  private static final int TIMES = 4;

  static Stream<Path> plans() throws IOException {
    return Stream.of("src/test/resources/targets", "src/test/resources/plans", "plans")
        .map(Path::of)
        .flatMap(
            folder -> {
              try (var files = Files.list(folder)) {
                return files.toList().stream();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .filter(file -> file.toString().matches(".*\\.(plan|yaml)"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void areSurveyedWithoutLosingAMistakeThatTheReaderFinds(Path file) throws IOException {
    var name = file.getFileName().toString();
    var text = Files.readString(file);
    for (int seed = 0; seed < TIMES; seed++) {
      var damaged = damaged(text, new Random(seed), 1 + seed % 6);
      var bytes = damaged.getBytes(StandardCharsets.UTF_8);
      var found = Planlock.survey(name, bytes);
      assertThat(found).as("seed %d of %s", seed, name).doesNotHaveDuplicates();
      var read = Planlock.parse(name, bytes);
      if (read.isSound()) {
        assertThat(said(found)).containsAll(said(Planlock.check(read.orThrow().bound())));
      } else {
        assertThat(said(found))
            .as("seed %d of %s", seed, name)
            .containsAll(said(firstStage(read.diagnostics())));
      }
    }
  }

  /** What reading finds is never left out; what binding finds may follow from it. */
  private static List<Diagnostic> firstStage(List<Diagnostic> found) {
    return found.stream().filter(one -> one.rule().code().startsWith("S")).toList();
  }

  private static Set<String> said(List<Diagnostic> found) {
    var said = new HashSet<String>();
    found.forEach(one -> said.add(one.span().place() + " " + one.rule() + " " + one.message()));
    return said;
  }

  private static String damaged(String text, Random random, int times) {
    var damaged = text;
    for (int i = 0; i < times; i++) {
      var parts = PART.matcher(damaged).results().toList();
      damaged = damaged(damaged, parts.get(random.nextInt(parts.size())), parts, random);
    }
    return damaged;
  }

  private static String damaged(
      String text, MatchResult part, List<MatchResult> parts, Random random) {
    var word = part.group();
    var instead =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> word + " " + word;
          case 2 -> parts.get(random.nextInt(parts.size())).group();
          case 3 -> word.length() > 3 ? word.substring(0, 2) + word.substring(3) : word;
          default -> word + "x";
        };
    return text.substring(0, part.start()) + instead + text.substring(part.end());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void nothingIsSaidOfAWholePlanThatIsNotSaidByItsChecks(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var name = file.getFileName().toString();
    var read = Planlock.parse(name, bytes);
    assertThat(said(Planlock.survey(name, bytes)))
        .isEqualTo(said(Planlock.check(read.orThrow().bound())));
  }
}
