package org.planlock.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.planlock.diagnostic.Rule;

/** The page that explains a finding: what, why it matters to a study, an example, what to do. */
public final class RulePage {
  private RulePage() {}

  /** The page in Markdown, if the rule has one. */
  public static Optional<String> of(Rule rule) {
    try (var page = Rule.class.getResourceAsStream("/org/planlock/rules/" + rule.code() + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A finding in a line: {@code X506: other folds than registered}. */
  public static String line(Rule rule) {
    return of(rule)
        .flatMap(page -> page.lines().findFirst())
        .map(title -> title.replaceFirst("^# ", ""))
        .orElse(rule.code());
  }
}
