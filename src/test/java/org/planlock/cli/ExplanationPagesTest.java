package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planlock.diagnostic.Rule;

/** What {@code plan explain} says of a lock's findings and of deviations. */
class ExplanationPagesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyRuleIsExplained(Rule rule) throws IOException {
    var desk = new Desk(folder);
    assertThat(desk.type("explain", rule.code())).isZero();
    var page = page(rule);
    if (page.isEmpty()) {
      assertThat(desk.out()).startsWith(rule.code() + ": ");
      return;
    }
    assertThat(desk.out()).isEqualTo(page.get());
    assertThat(page.get())
        .startsWith("# " + rule.code() + ": ")
        .containsSubsequence(
            "\n## What it says\n",
            "\n## Why it matters\n",
            "\n## Example\n",
            "[" + rule.code() + "]: ",
            "\n## What to do\n",
            "\n## Source\n")
        .endsWith("\n");
    assertThat(page.get().lines()).as("fits a terminal").allMatch(line -> line.length() <= 100);
  }

  @Test
  void everyRuleOfLocksDeviationsAndCommandsHasAPage() throws IOException {
    for (var rule : rules()) {
      assertThat(page(rule)).as(rule.code()).isPresent();
    }
  }

  private static List<Rule> rules() {
    return Arrays.stream(Rule.values()).filter(rule -> rule.code().matches("[LXC].*")).toList();
  }

  private static Optional<String> page(Rule rule) throws IOException {
    try (var page = Rule.class.getResourceAsStream("/org/planlock/rules/" + rule.code() + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
