package org.planlock.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planlock.source.SourceFile;
import org.planlock.syntax.notation.PlanFormat;
import org.planlock.syntax.notation.PlanNotation;

/** The editor's changes make of a text what {@code plan fmt} makes of it. */
class FormattingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plans/elastic-net.plan",
        "plans/elastic-net.plan.yaml",
        "plans/elastic-net.plan.groovy",
        "src/test/resources/targets/ketamine-ptsd.plan",
        "src/test/resources/targets/ketamine-ptsd.plan.yaml",
        "src/test/resources/targets/ketamine-ptsd.plan.groovy"
      })
  void aTextWithStrayBlanksIsLaidOutAndThenLeftAlone(String file) throws IOException {
    var random = new SplittableRandom(20261127);
    for (int round = 0; round < 5; round++) {
      var untidy = untidy(Files.readString(Path.of(file)), random);
      var tidy = applied(file, untidy);
      assertThat(tidy).isNotEqualTo(untidy).isEqualTo(laidOut(file, untidy));
      assertThat(edits(file, tidy)).isEmpty();
      assertThat(comments(tidy)).isEqualTo(comments(untidy));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x.plan.yaml | planlock: 1\\nplan: {id: x\\n   \\n\\n\\n",
        "x.plan | plan \"x\" language 1 {   \\n\\n\\n",
        "x.plan.groovy | planlock 1   \\n\\n\\nplan('x') {\\n"
      })
  void aTextThatIsNoPlanYetIsLeftAlone(String file, String text) {
    assertThat(edits(file, text.replace("\\n", "\n"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"planlock 1\nplan('x') {\n   title 'a'\n }   \n\n\n\n// end\n"})
  void onlyBlanksThatDifferAreTouched(String text) {
    assertThat(edits("x.plan.groovy", text))
        .extracting(edit -> edit.place().line() + " " + edit.text().replace("\n", "/"))
        .containsExactly("2 /  ", "3 /", "4 //");
    assertThat(applied("x.plan.groovy", text))
        .isEqualTo("planlock 1\nplan('x') {\n  title 'a'\n}\n\n// end\n");
  }

  /** Blanks behind lines, and empty lines between statements: what people leave behind. */
  private static String untidy(String text, SplittableRandom random) {
    var lines = new StringBuilder();
    for (var line : text.lines().toList()) {
      lines.append(line).append(" ".repeat(random.nextInt(3))).append('\n');
      boolean isEmpty = line.isBlank();
      lines.append("  \n".repeat(isEmpty ? 1 + random.nextInt(3) : 0));
    }
    return lines.toString();
  }

  private static List<String> comments(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("#") || line.startsWith("//"))
        .toList();
  }

  private static List<TextEditing> edits(String file, String text) {
    return Formatting.of(Draft.of(file, text, Optional.empty(), Optional.empty()).orElseThrow());
  }

  private static String applied(String file, String text) {
    var source = SourceFile.of(file, text);
    var changed = new StringBuilder();
    int from = 0;
    for (var edit : edits(file, text)) {
      changed.append(source.slice(from, edit.place().start())).append(edit.text());
      from = edit.place().end();
    }
    return changed.append(source.slice(from, source.length())).toString();
  }

  private static String laidOut(String file, String text) {
    return PlanFormat.of(PlanNotation.of(file).orThrow(), SourceFile.of(file, text)).orThrow();
  }
}
