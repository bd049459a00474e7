package org.planlock.deviation;

import org.planlock.trace.TraceValue;

/** Numbers of two analyses as people compare them. */
final class TextOf {
  private TextOf() {}

  /** All digits: where two numbers differ the last ones matter. */
  static String number(double value) {
    return ValueText.of(TraceValue.of(value));
  }
}
