package org.planlock.plan.fit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Form;
import org.planlock.plan.value.Phrase;

/**
 * An end of the sequence: a number, or a multiple of the smallest strength at which every penalised
 * coefficient is zero.
 *
 * @param factor the number or multiple; with {@code otherwise} only where there are fewer rows than
 *     columns
 * @param otherwise the multiple where there are at least as many rows as columns, if it is another
 */
@Form(
    "a number, `max`, a multiple such as `0.01 * max`, or two as `0.01 * max when n < p, else 0.0001 * max`")
public record LambdaEnd(Decimal factor, boolean ofMax, Optional<Decimal> otherwise)
    implements Phrase {
  private static final Pattern BY_SHAPE =
      Pattern.compile("(.+?) when n ?< ?p ?,? else (.+)", Pattern.DOTALL);

  /** Reads {@code max}, {@code 0.01 * max}, {@code 20}, and one multiple for each shape. */
  public static Optional<LambdaEnd> parse(String text) {
    var shapes = BY_SHAPE.matcher(text);
    if (shapes.matches()) {
      var few = multiple(shapes.group(1));
      var many = multiple(shapes.group(2));
      return few.isPresent() && many.isPresent()
          ? Optional.of(new LambdaEnd(few.get(), true, many))
          : Optional.empty();
    }
    return multiple(text)
        .map(number -> new LambdaEnd(number, true, Optional.empty()))
        .or(
            () ->
                Decimal.parse(text).map(number -> new LambdaEnd(number, false, Optional.empty())));
  }

  /** The number or multiple in force for so many rows and columns. */
  public Decimal factor(int rows, int columns) {
    return rows < columns ? factor : otherwise.orElse(factor);
  }

  private static Optional<Decimal> multiple(String text) {
    if (text.equals("max")) {
      return Optional.of(new Decimal(BigDecimal.ONE));
    }
    var parts = text.split("\\s*\\*\\s*");
    return parts.length == 2 && parts[1].equals("max") ? Decimal.parse(parts[0]) : Optional.empty();
  }

  @Override
  public String text() {
    if (!ofMax) {
      return factor.text();
    }
    return otherwise
        .map(many -> ofMax(factor) + " when n < p, else " + ofMax(many))
        .orElseGet(() -> ofMax(factor));
  }

  private static String ofMax(Decimal number) {
    return number.value().compareTo(BigDecimal.ONE) == 0 ? "max" : number.text() + " * max";
  }
}
