package org.planlock.plan.expression;

import java.math.BigDecimal;

/**
 * What an expression gives: a number, a truth, a text, or nothing that can be known and why. Never
 * a NaN and never an infinity.
 */
public sealed interface Value {
  /**
   * A finite number.
   *
   * @param percent whether it counts hundredths: 30 is then 30 %, the share 0.3
   */
  record Number(double value, boolean percent) implements Value {
    public Number {
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("not a finite number: " + value);
      }
    }

    /** The number as a share: 0.3 for 30 %; exact to the last digit that was written. */
    public double share() {
      return percent
          ? new BigDecimal(Double.toString(value)).movePointLeft(2).doubleValue()
          : value;
    }
  }

  /** A condition that is met, or is not. */
  record Truth(boolean value) implements Value {}

  /** A text, or a level of a column. */
  record Text(String text) implements Value {}

  /** Nothing that can be known; the reason is for people, without a full stop. */
  record Missing(String reason) implements Value {}

  /** A number without a unit, or missing where it is not finite. */
  static Value number(double value) {
    return number(value, false);
  }

  /** A number of a column or variable with this unit; {@code %} and {@code percent} are percent. */
  static Value number(double value, String unit) {
    return number(value, !unit.isEmpty() && Unit.parse(unit).isPercent());
  }

  /** A number, in percent or not, or missing where it is not finite. */
  static Value number(double value, boolean percent) {
    return Double.isNaN(value) || Double.isInfinite(value)
        ? new Missing("the result is no finite number")
        : new Number(value, percent);
  }

  /** A condition that is met, or is not. */
  static Value truth(boolean value) {
    return new Truth(value);
  }

  /** A text, or a level of a column. */
  static Value text(String text) {
    return new Text(text);
  }

  /** Nothing that can be known, and why. */
  static Value missing(String reason) {
    return new Missing(reason);
  }

  /** Whether nothing is known. */
  default boolean isMissing() {
    return this instanceof Missing;
  }
}
