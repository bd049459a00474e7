package org.planlock.plan.value;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A number with its unit; a plain number has none. */
@Form("a number with its unit, such as `128 s` or `20 %`")
public record Quantity(Decimal value, String unit) implements Phrase {
  private static final Pattern FORM =
      Pattern.compile("(\\S+?)(?: ?(%)| ([A-Za-z][A-Za-z0-9_/ -]*))?");

  /** Reads {@code 128 s}, {@code 20 %} or {@code 3}. */
  public static Optional<Quantity> parse(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    var unit =
        Stream.of(match.group(2), match.group(3)).filter(Objects::nonNull).findFirst().orElse("");
    return Decimal.parse(match.group(1)).map(number -> new Quantity(number, unit));
  }

  @Override
  public String text() {
    return unit.isEmpty() ? value.text() : value.text() + " " + unit;
  }
}
