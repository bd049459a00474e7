package org.planlock.plan.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How near is the same. */
@Form("a number and `relative` or `absolute`, such as `1e-12 relative`")
public record Tolerance(Decimal within, Kind kind) implements Phrase {
  /** Relative to the size of what is compared, or absolute in its units. */
  public enum Kind {
    RELATIVE,
    ABSOLUTE
  }

  private static final Pattern FORM = Pattern.compile("(\\S+) (relative|absolute)");

  /** Reads {@code 1e-12 relative}; never negative. */
  public static Optional<Tolerance> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Decimal.parse(match.group(1))
            .filter(number -> number.value().signum() >= 0)
            .map(
                number ->
                    new Tolerance(number, Kind.valueOf(match.group(2).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  @Override
  public String text() {
    return within.text() + " " + kind.name().toLowerCase(Locale.ROOT);
  }
}
