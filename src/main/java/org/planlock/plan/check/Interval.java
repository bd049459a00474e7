package org.planlock.plan.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/** The numbers that meet several comparisons of one quantity. */
record Interval(
    Optional<BigDecimal> low,
    boolean lowIncluded,
    Optional<BigDecimal> high,
    boolean highIncluded) {
  static final Interval ALL = new Interval(Optional.empty(), true, Optional.empty(), true);

  static Interval of(Collection<Atom> atoms) {
    var met = ALL;
    for (var atom : atoms) {
      met = met.and(of(atom));
    }
    return met;
  }

  static Interval between(BigDecimal low, BigDecimal high) {
    return new Interval(Optional.of(low), true, Optional.of(high), true);
  }

  private static Interval of(Atom atom) {
    var end = Optional.of(atom.number());
    return atom.isBelow()
        ? new Interval(Optional.empty(), true, end, !atom.isStrict())
        : new Interval(end, !atom.isStrict(), Optional.empty(), true);
  }

  Interval and(Interval other) {
    int lower = compare(low, other.low, -1);
    int higher = compare(high, other.high, 1);
    return new Interval(
        lower >= 0 ? low : other.low,
        lower == 0 ? lowIncluded && other.lowIncluded : lower > 0 ? lowIncluded : other.lowIncluded,
        higher <= 0 ? high : other.high,
        higher == 0
            ? highIncluded && other.highIncluded
            : higher < 0 ? highIncluded : other.highIncluded);
  }

  /** Whether no number is in it. */
  boolean isEmpty() {
    if (low.isEmpty() || high.isEmpty()) {
      return false;
    }
    int order = low.get().compareTo(high.get());
    return order > 0 || (order == 0 && !(lowIncluded && highIncluded));
  }

  /** Compares two ends; a missing one is infinitely far in the direction given. */
  private static int compare(Optional<BigDecimal> a, Optional<BigDecimal> b, int infinite) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() && b.isEmpty() ? 0 : a.isEmpty() ? infinite : -infinite;
    }
    return a.get().compareTo(b.get());
  }
}
