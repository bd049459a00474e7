package org.planlock.plan.value;

import java.util.Optional;

/**
 * Where random numbers come from: from the plan's own digest, unless a number is given with a
 * reason.
 *
 * @param value a number, or nothing for the plan digest
 */
@Form("`plan_digest`, or a number with a reason")
public record Seed(Optional<Long> value, Optional<String> because) implements ShortForm {
  /** Reads {@code plan_digest}, {@code from plan} or a bare number. */
  public static Optional<Seed> parse(String text) {
    if (text.equals("plan_digest") || text.equals("from plan")) {
      return Optional.of(new Seed(Optional.empty(), Optional.empty()));
    }
    return text.matches("\\d{1,15}")
        ? Optional.of(new Seed(Optional.of(Long.parseLong(text)), Optional.empty()))
        : Optional.empty();
  }

  @Override
  public Optional<String> shortForm() {
    return because.isPresent()
        ? Optional.empty()
        : Optional.of(value.map(String::valueOf).orElse("plan_digest"));
  }
}
