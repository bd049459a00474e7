package org.planlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.diagnostic.Rule;

/**
 * Every rule about texts, plans, data and what comes in from elsewhere has a page and a recorded
 * case, and the example of its page shows a message as it was recorded.
 */
class RuleCatalogueTest {
  private static final List<Path> RECORDS =
      List.of(Path.of("src/test/resources/golden"), Path.of("src/test/resources/hostile"));
  private static final Pattern HEADLINE =
      Pattern.compile("(?m)^(?:error|warning|note)\\[([SPDI]\\d{3})]: .*$");

  private static final Map<String, Set<String>> SAID = new HashMap<>();

  @BeforeAll
  static void readWhatIsRecorded() throws IOException {
    for (var folder : RECORDS) {
      try (var files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().matches(".*\\.(errors|txt)"))
            .flatMap(file -> HEADLINE.matcher(text(file)).results())
            .forEach(
                headline ->
                    SAID.computeIfAbsent(headline.group(1), code -> new TreeSet<>())
                        .add(headline.group()));
      }
    }
  }

  static List<Rule> rules() {
    return Arrays.stream(Rule.values()).filter(rule -> rule.code().matches("[SPDI].*")).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasARecordedCaseAndAPageThatShowsOne(Rule rule) {
    assertThat(SAID).as("a golden file that shows " + rule.code()).containsKey(rule.code());
    var page = Path.of("src/main/resources/org/planlock/rules", rule.code() + ".md");
    assertThat(page).as("the page of " + rule.code()).exists();
    var example = onOneLine(text(page).split("\n## ")[3]);
    assertThat(SAID.getOrDefault(rule.code(), Set.of()))
        .as("one of these stands in the example of " + rule.code())
        .anyMatch(headline -> example.contains(onOneLine(headline)));
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
