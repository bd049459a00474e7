package org.planlock.plan.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number exactly as decimal text can hold it, and a double can: equal when the values are equal,
 * however they were written.
 */
public record Decimal(BigDecimal value) implements Phrase, Comparable<Decimal> {
  private static final Pattern SPELLING =
      Pattern.compile("-?(0|[1-9]\\d{0,40})(\\.\\d{1,60})?([eE][+-]?\\d{1,4})?");
  private static final BigDecimal LARGEST_INTEGER = BigDecimal.valueOf((1L << 53) - 1);

  public Decimal {
    value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  /** The decimal of a double's shortest text. */
  public static Decimal of(double value) {
    return new Decimal(shortest(value));
  }

  /**
   * Reads {@code 0.05}, {@code -3} or {@code 1e-9}, if a double keeps every digit; other spellings
   * of numbers are not read.
   */
  public static Optional<Decimal> parse(String text) {
    return spelled(text).filter(number -> number.isFinite() && number.isExact());
  }

  /** Reads a number in the one spelling, whether or not a double can keep it. */
  public static Optional<Decimal> spelled(String text) {
    if (!SPELLING.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(new Decimal(new BigDecimal(text)));
  }

  /**
   * Whether a double keeps every digit: the shortest decimal of the nearest double is this number.
   */
  public boolean isExact() {
    double nearest = value.doubleValue();
    if (Double.isInfinite(nearest)) {
      return false;
    }
    boolean whole = value.scale() <= 0 && value.abs().compareTo(LARGEST_INTEGER) <= 0;
    return whole || shortest(nearest).compareTo(value) == 0;
  }

  /** Whether it is finite as a double. */
  public boolean isFinite() {
    return !Double.isInfinite(value.doubleValue());
  }

  /** The nearest double. */
  public double toDouble() {
    return value.doubleValue();
  }

  /**
   * The form of RFC 8785: plain digits for ordinary sizes, an exponent for the very large and the
   * very small.
   */
  @Override
  public String text() {
    int magnitude = value.precision() - value.scale();
    return magnitude > 21 || magnitude < -5 ? scientific() : value.toPlainString();
  }

  /** Not by {@code Double.toString}, which gives other digits on some versions of Java. */
  private static BigDecimal shortest(double number) {
    var exact = new BigDecimal(number);
    for (int digits = 1; digits < 17; digits++) {
      var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == number) {
        return rounded;
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
  }

  private String scientific() {
    var digits = value.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - value.scale();
    var mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (value.signum() < 0 ? "-" : "") + mantissa + (exponent > 0 ? "e+" : "e") + exponent;
  }

  /** Written out: what Java would make up for it at run time delays every start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decimal number && value.equals(number.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(Decimal other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return text();
  }
}
