package org.planlock.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.planlock.diagnostic.Rule;

/** The pages that explain findings. */
final class RulePages {
  private RulePages() {}

  /** The whole page of a finding, if it has one. */
  static Optional<String> of(Rule rule) {
    try (var page = Rule.class.getResourceAsStream("/org/planlock/rules/" + rule.code() + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A finding in a line: {@code X506: other folds than registered}. */
  static String line(Rule rule) {
    return of(rule)
        .flatMap(page -> page.lines().findFirst())
        .map(title -> title.replaceFirst("^# ", ""))
        .orElse(rule.code());
  }
}
