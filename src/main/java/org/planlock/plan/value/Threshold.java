package org.planlock.plan.value;

import java.util.Optional;
import java.util.regex.Pattern;

/** A comparison with a quantity, its operator always written. */
@Form("an operator and a number, such as `>= 50 %`")
public record Threshold(String operator, Quantity quantity) implements Phrase {
  private static final Pattern FORM = Pattern.compile("(<=|>=|<|>|==|=) ?(.+)");

  /** Reads {@code >= 50 %}. */
  public static Optional<Threshold> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Quantity.parse(match.group(2))
            .map(q -> new Threshold(match.group(1).replace("==", "="), q))
        : Optional.empty();
  }

  @Override
  public String text() {
    return operator + " " + quantity.text();
  }
}
