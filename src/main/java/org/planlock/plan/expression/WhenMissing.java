package org.planlock.plan.expression;

/**
 * What is decided where a missing value leaves a condition open. The names are those that a sample
 * rule declares; {@code UNDECIDED} is a rule that declares nothing.
 */
public enum WhenMissing {
  UNDECIDED,
  COUNTS_AS_INSIDE,
  COUNTS_AS_OUTSIDE,
  COUNTS_AS_MET,
  COUNTS_AS_NOT_MET;

  /** A condition as it counts; ranges are not conditions here, they were decided before. */
  Value settle(Value condition) {
    if (!condition.isMissing() || (this != COUNTS_AS_MET && this != COUNTS_AS_NOT_MET)) {
      return condition;
    }
    return Value.truth(this == COUNTS_AS_MET);
  }

  /** Whether a missing value is inside a range; missing where nothing is declared. */
  Value inside(Value.Missing value) {
    return this == COUNTS_AS_INSIDE || this == COUNTS_AS_OUTSIDE
        ? Value.truth(this == COUNTS_AS_INSIDE)
        : value;
  }
}
