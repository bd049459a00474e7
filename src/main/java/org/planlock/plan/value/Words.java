package org.planlock.plan.value;

import java.util.Optional;

/** A phrase that Planlock keeps but does not interpret, in one spelling of its spaces. */
@Form("a few words")
public record Words(String text) implements Phrase {
  /** Reads any text that is not empty. */
  public static Optional<Words> parse(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(new Words(text));
  }
}
