package org.planlock.deviation;

import org.planlock.plan.value.Spelled;

/** How much a deviation weighs at least; computed from the evidence, people may only raise it. */
public enum DeviationSeverity implements Spelled {
  S0("the same result, written otherwise"),
  S1("the plan left it open and the analysis chose, or named it as an addition"),
  S2("values move, no decision does"),
  S3("a decision changes, or cannot be shown not to"),
  S4("outcome, population, order of time, blinding, data or the primary analysis changed");

  private final String meaning;

  DeviationSeverity(String meaning) {
    this.meaning = meaning;
  }

  /** What the grade means, in a few words. */
  public String meaning() {
    return meaning;
  }

  @Override
  public String spelling() {
    return name();
  }

  /** Whether this weighs as much as another, or more. */
  public boolean isAtLeast(DeviationSeverity other) {
    return compareTo(other) >= 0;
  }

  /** One grade more, S4 at most. */
  DeviationSeverity raised() {
    return switch (this) {
      case S0 -> S1;
      case S1 -> S2;
      case S2 -> S3;
      case S3, S4 -> S4;
    };
  }

  /** One grade less; S1 and below stay what they are. */
  DeviationSeverity lowered() {
    return switch (this) {
      case S0 -> S0;
      case S1, S2 -> S1;
      case S3 -> S2;
      case S4 -> S3;
    };
  }

  /** The graver of two. */
  DeviationSeverity orGraver(DeviationSeverity other) {
    return isAtLeast(other) ? this : other;
  }
}
