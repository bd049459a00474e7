package org.planlock.plan.coverage;

import java.util.Locale;

/** How much of a field a plan says. */
public enum FieldStatus {
  /** Everything that the field needs. */
  STATED,
  /** Some of it. */
  PARTLY,
  /** That nothing applies, and why. */
  NOT_APPLICABLE,
  /** Nothing. */
  OPEN;

  /** The words that people read, such as {@code not applicable}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
