package org.planlock.plan.fit;

import java.math.BigDecimal;
import java.util.Optional;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/**
 * An end of the sequence: a number, or a multiple of the smallest strength at which every penalised
 * coefficient is zero.
 */
@Form("a number, `max`, or a multiple such as `0.01 * max`")
public record LambdaEnd(Decimal factor, boolean ofMax) implements Phrase {
  /** Reads {@code max}, {@code 0.01 * max} and {@code 20}. */
  public static Optional<LambdaEnd> parse(String text) {
    if (text.equals("max")) {
      return Optional.of(new LambdaEnd(new Decimal(BigDecimal.ONE), true));
    }
    var parts = text.split("\\s*\\*\\s*");
    if (parts.length == 2 && parts[1].equals("max")) {
      return Decimal.parse(parts[0]).map(number -> new LambdaEnd(number, true));
    }
    return Decimal.parse(text).map(number -> new LambdaEnd(number, false));
  }

  @Override
  public String text() {
    if (!ofMax) {
      return factor.text();
    }
    return factor.value().compareTo(BigDecimal.ONE) == 0 ? "max" : factor.text() + " * max";
  }
}
