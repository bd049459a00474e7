package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.deviation.DeviationKind;
import org.planlock.deviation.FieldCheck;
import org.planlock.diagnostic.Rule;

/** What {@code plan explain} says of findings. */
class ExplanationPagesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyRuleIsExplained(Rule rule) throws IOException {
    var desk = new Desk(folder);
    assertThat(desk.type("explain", rule.code())).isZero();
    var page = page(rule);
    assertThat(desk.out()).isEqualTo(page);
    assertThat(page)
        .startsWith("# " + rule.code() + ": ")
        .containsSubsequence(
            "\n## What it says\n",
            "\n## Why it matters\n",
            "\n## Example\n",
            "[" + rule.code() + "]: ",
            "\n## What to do\n",
            "\n## Source\n")
        .endsWith("\n");
    assertThat(page.lines()).as("fits a terminal").allMatch(line -> line.length() <= 100);
  }

  /** Exactly one of the two: what tells of it, or why nothing can. */
  @ParameterizedTest
  @EnumSource
  void everyFieldHasAFindingOrASentence(FieldCheck check) {
    var desk = new Desk(folder);
    assertThat(desk.type("explain", check.name())).isZero();
    assertThat(desk.out())
        .startsWith("# " + check.name() + ": ")
        .containsSubsequence(
            "\n## While it is open\nNobody knows ", "\n## How to write it\n    ", "## What sees");
    boolean isSeen = desk.out().contains("\n  X") || desk.out().contains("\n  L");
    assertThat(isSeen).isNotEqualTo(desk.out().contains("No program can see whether it was kept."));
    check.kinds().forEach(kind -> assertThat(desk.out()).contains(kind.code()));
    check.rules().forEach(rule -> assertThat(desk.out()).contains("  " + rule.code() + ": "));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasAFindingOrASentence(DeviationKind kind) {
    var desk = new Desk(folder);
    assertThat(desk.type("explain", kind.code().toLowerCase(Locale.ROOT))).isZero();
    assertThat(desk.out()).startsWith("# " + kind.code() + ": ").contains("\n## What sees it\n");
    boolean isSeen = desk.out().contains("\n  X") || desk.out().contains("\n  L");
    assertThat(isSeen).isEqualTo(!kind.rules().isEmpty());
    assertThat(desk.out().contains("No program can.")).isEqualTo(kind.whyUnseen().isPresent());
    kind.rules().forEach(rule -> assertThat(desk.out()).contains("  " + rule.code() + ": "));
  }

  @Test
  void aCodeThatIsNoneIsLikeAnother() {
    var desk = new Desk(folder);
    assertThat(desk.type("explain", "V-C9")).isEqualTo(2);
    assertThat(desk.err()).contains("there is no code `V-C9`", "did you mean `V-C");
  }

  private static String page(Rule rule) throws IOException {
    try (var page = Rule.class.getResourceAsStream("/org/planlock/rules/" + rule.code() + ".md")) {
      assertThat(page).as("the page of " + rule.code()).isNotNull();
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
