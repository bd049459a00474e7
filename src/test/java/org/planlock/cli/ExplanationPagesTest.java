package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  private static String page(Rule rule) throws IOException {
    try (var page = Rule.class.getResourceAsStream("/org/planlock/rules/" + rule.code() + ".md")) {
      assertThat(page).as("the page of " + rule.code()).isNotNull();
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
