package org.planlock.plan.expression;

import java.util.List;
import java.util.Optional;

/** What kind of value a name or an expression has, as far as the plan says. */
public sealed interface ValueType {
  /**
   * A number.
   *
   * @param unit nothing if the plan leaves it open: any unit fits then
   * @param bare whether it was written as digits without a unit
   * @param score whether it counts or scores something, so that thresholds may be bare
   */
  record Number(Optional<Unit> unit, boolean bare, boolean score) implements ValueType {
    /** Whether it is in a unit and the unit is known. */
    boolean hasUnit() {
      return unit.isPresent() && !unit.get().isNone();
    }

    /** Whether it has no unit, and that is known. */
    boolean isPlain() {
      return unit.isPresent() && unit.get().isNone();
    }
  }

  /** A condition. */
  record Truth() implements ValueType {}

  /** Text whose possible values are not declared. */
  record Text() implements ValueType {}

  /** One of these words. */
  record Levels(List<String> levels) implements ValueType {
    public Levels {
      levels = List.copyOf(levels);
    }
  }

  /** A word that names no value: a level, if a column stands on the other side. */
  record Word(String word) implements ValueType {}

  /** Nothing is known; everything fits. */
  record Unknown() implements ValueType {}

  /** A number in a unit; {@link Unit#NONE} for shares, ratios and counts. */
  static ValueType number(Unit unit) {
    return new Number(Optional.of(unit), false, false);
  }

  /** A number whose unit the plan leaves open. */
  static ValueType number() {
    return new Number(Optional.empty(), false, false);
  }

  /** A count or the score of an instrument: thresholds may be written without its unit. */
  static ValueType score(Unit unit) {
    return new Number(Optional.of(unit), false, true);
  }

  /** A condition. */
  static ValueType truth() {
    return new Truth();
  }

  /** Text whose possible values are not declared. */
  static ValueType text() {
    return new Text();
  }

  /** One of these words. */
  static ValueType levels(List<String> levels) {
    return new Levels(levels);
  }

  /** Nothing is known; everything fits. */
  static ValueType unknown() {
    return new Unknown();
  }

  /** What people call it, with its article. */
  default String phrase() {
    if (this instanceof Number number) {
      return number.hasUnit()
          ? "a number in " + number.unit().map(Unit::text).orElse("")
          : "a number";
    }
    if (this instanceof Levels) {
      return "a level";
    }
    return this instanceof Truth ? "a condition" : "a text";
  }
}
