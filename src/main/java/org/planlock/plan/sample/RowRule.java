package org.planlock.plan.sample;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/** Which rows models use beyond the rules: all, or those complete on some columns. */
@Form("`all` or `complete_cases on` columns")
public record RowRule(List<String> completeOn) implements Phrase {
  public RowRule {
    completeOn = List.copyOf(completeOn);
  }

  /** Reads {@code all} and {@code complete_cases on imaging, improvement}. */
  public static Optional<RowRule> parse(String text) {
    if (text.equals("all")) {
      return Optional.of(new RowRule(List.of()));
    }
    var prefix = "complete_cases on ";
    return text.startsWith(prefix)
        ? Optional.of(
            new RowRule(
                Stream.of(text.substring(prefix.length()).split(",")).map(String::strip).toList()))
        : Optional.empty();
  }

  @Override
  public String text() {
    return completeOn.isEmpty() ? "all" : "complete_cases on " + String.join(", ", completeOn);
  }
}
