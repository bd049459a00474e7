package org.planlock.syntax.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.PlanBinder;
import org.planlock.source.SourceFile;
import org.planlock.syntax.Trees;

/** Laying out keeps comments, columns and meaning, and laying out twice changes nothing more. */
class PlanFormatTest {
  static Stream<Path> plans() {
    return Stream.of("plans", "src/test/resources/plans", "src/test/resources/targets")
        .flatMap(folder -> files(Path.of(folder)).stream());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void plansOfTheProjectAreLaidOut(Path file) throws IOException {
    assertThat(laidOut(file, Files.readString(file))).isEqualTo(Files.readString(file));
  }

  /** Indentation, gaps and empty lines are spoilt where the notation leaves them to the author. */
  @ParameterizedTest
  @MethodSource("plans")
  void spoiltPlansAreTheSamePlansWithTheSameComments(Path file) throws IOException {
    var text = Files.readString(file);
    var random = new SplittableRandom(text.hashCode());
    for (int i = 0; i < 5; i++) {
      var spoilt = spoilt(file, text, random);
      var laidOut = laidOut(file, spoilt);
      assertThat(laidOut(file, laidOut)).as(spoilt).isEqualTo(laidOut);
      assertThat(letters(laidOut)).isEqualTo(letters(spoilt));
      assertThat(comments(laidOut)).isEqualTo(comments(spoilt)).isNotEmpty();
      assertThat(Trees.difference(tree(file, spoilt), tree(file, laidOut))).isEmpty();
      assertThat(laidOut).doesNotContain("\n\n\n").doesNotContain(" \n").endsWith("\n");
      assertThat(PlanDigest.of(PlanBinder.bind(tree(file, laidOut)).orThrow().canonical()))
          .isEqualTo(PlanDigest.of(PlanBinder.bind(tree(file, text)).orThrow().canonical()));
    }
  }

  /** What was spoilt by indentation alone is exactly what it was. */
  @ParameterizedTest
  @MethodSource("plans")
  void doubleIndentationIsTakenBack(Path file) throws IOException {
    var text = Files.readString(file);
    var doubled = new StringBuilder();
    text.lines().forEach(line -> doubled.append(doubled(file, line)).append("\n\n\n"));
    var laidOut = laidOut(file, doubled.toString());
    if (!name(file).endsWith(".plan")) {
      // in `.plan` nothing tells where a statement goes on but its distance, which stays
      assertThat(withoutEmptyLines(laidOut).replaceAll("(?m)^ +(?=[^ ].*$)", " "))
          .isEqualTo(withoutEmptyLines(text).replaceAll("(?m)^ +(?=[^ ].*$)", " "));
    }
    assertThat(laidOut.lines().filter(line -> line.matches(" *}.*")).toList())
        .isEqualTo(text.lines().filter(line -> line.matches(" *}.*")).toList());
  }

  @Test
  void groovyIsLaidOutAsPeopleWriteIt() {
    assertThat(
            laidOut(
                Path.of("x.plan.groovy"),
                """
                planlock 1
                  plan( 'x' ){title 'y';siblings(['z'])}
                sample{
                target '21 enrolled'//here
                      abort   below:[ [per_group:8 ,in :'a'] ],
                      counted_by:'custodian'


                   /* a
                comment */
                  include 'a',
                  because: 'b'
                flow(
                by: 'a',
                  counts:[
                      'b'
                ]
                )
                \t// last
                }
                """))
        .isEqualTo(
            """
            planlock 1
            plan('x') { title 'y'; siblings(['z']) }
            sample {
              target '21 enrolled' // here
              abort   below: [[per_group: 8, in: 'a']],
                  counted_by: 'custodian'

              /* a
            comment */
              include 'a',
                  because: 'b'
              flow(
                  by: 'a',
                counts: [
                    'b'
              ]
              )
              // last
            }
            """
                .replace("// here", "//here"));
  }

  @Test
  void theDslIsLaidOutAsPeopleWriteIt() {
    assertThat(
            laidOut(
                Path.of("x.plan"),
                """
                   plan "x" language 1{title "y"}
                sample{
                 target   21 enrolled//here
                 abort below 8 per group in analysis_set
                       counted_by custodian   \s


                 // last
                  }
                """))
        .isEqualTo(
            """
            plan "x" language 1 { title "y" }
            sample {
              target   21 enrolled //here
              abort below 8 per group in analysis_set
                    counted_by custodian

              // last
            }
            """);
  }

  @Test
  void yamlIsLaidOutAsPeopleWriteIt() {
    assertThat(
            laidOut(
                Path.of("x.plan.yaml"),
                """
                planlock: 1   # one
                plan:
                     # the name
                     id: x
                     title: "two
                        lines"
                     persons:
                     -   role: analyst
                         name: |
                            A.
                              Author

                         # nothing
                         blinded_to: [a,
                           b]
                     -   {role: custodian, name: B}
                """))
        .isEqualTo(
            """
            planlock: 1   # one
            plan:
              # the name
              id: x
              title: "two
                 lines"
              persons:
              - role: analyst
                name: |
                   A.
                     Author

                # nothing
                blinded_to: [a,
                  b]
              - {role: custodian, name: B}
            """);
  }

  @Test
  void whatIsNoPlanIsNotLaidOut() {
    for (var notation : PlanNotation.values()) {
      var found = PlanFormat.of(notation, SourceFile.of("x", "{")).diagnostics();
      assertThat(found).extracting("rule").containsAnyOf(Rule.UNFINISHED_TEXT);
    }
  }

  private static String spoilt(Path file, String text, SplittableRandom random) {
    var lines = new ArrayList<String>();
    boolean isYaml = name(file).endsWith(".yaml");
    boolean isGroovy = name(file).endsWith(".groovy");
    for (var line : text.lines().toList()) {
      var sign = isYaml ? "#" : "//";
      if (random.nextInt(3) == 0) {
        lines.add(" ".repeat(random.nextInt(5)) + sign + " remark " + random.nextInt(1000));
      }
      var spoilt = isYaml ? doubled(file, line) : line;
      if (isGroovy) {
        spoilt = (random.nextBoolean() ? "\t" : " ".repeat(random.nextInt(9))) + line.strip();
        spoilt = random.nextBoolean() ? spoilt.replace(": [", ":[") : spoilt;
      }
      if (random.nextInt(8) == 0) {
        spoilt += " " + sign + " aside " + random.nextInt(1000);
      }
      lines.add(spoilt + " ".repeat(random.nextInt(3)));
      for (int empty = random.nextInt(4); empty > 1; empty--) {
        lines.add(" ".repeat(random.nextInt(3)));
      }
    }
    return String.join(random.nextBoolean() ? "\r\n" : "\n", lines);
  }

  private static String doubled(Path file, String line) {
    int indent = line.length() - line.stripLeading().length();
    var rest = line.substring(indent);
    return " ".repeat(2 * indent)
        + (name(file).endsWith(".yaml") && rest.startsWith("- ")
            ? "-   " + rest.substring(2)
            : rest);
  }

  private static String laidOut(Path file, String text) {
    var source = SourceFile.of(file.toString(), text);
    var laidOut = PlanFormat.of(PlanNotation.of(name(file)).orThrow(), source);
    assertThat(laidOut.diagnostics()).as(text).isEmpty();
    return laidOut.orThrow();
  }

  private static org.planlock.syntax.PlanNode.Mapping tree(Path file, String text) {
    var notation = PlanNotation.of(name(file)).orThrow();
    return notation.reader().read(SourceFile.of(name(file), text)).orThrow();
  }

  private static List<String> comments(String text) {
    return text.lines()
        .filter(line -> line.matches(".*(#|//) (remark|aside) \\d+\\s*"))
        .map(line -> line.replaceAll(".*(#|//) ", "").strip())
        .toList();
  }

  private static String letters(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String withoutEmptyLines(String text) {
    return text.replaceAll("\n\n+", "\n");
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
