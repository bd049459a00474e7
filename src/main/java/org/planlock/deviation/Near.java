package org.planlock.deviation;

import java.util.List;
import java.util.stream.IntStream;
import org.planlock.plan.Plan;
import org.planlock.plan.value.Tolerance;

/**
 * Which numbers count as the same: those within the plan's own tolerance, or where it states none
 * within 1e-9 of the larger one; never finer than the rounding between one way to compute a value
 * and another.
 */
record Near(double within, boolean relative) {
  private static final Near DEFAULT = new Near(1e-9, true);
  private static final double ROUNDING = 1e-12;

  static Near of(Plan plan) {
    return plan.compute()
        .stated()
        .flatMap(compute -> compute.same().stated())
        .map(same -> new Near(same.within().toDouble(), same.kind() == Tolerance.Kind.RELATIVE))
        .orElse(DEFAULT);
  }

  boolean same(double a, double b) {
    double larger = Math.max(Math.abs(a), Math.abs(b));
    double apart = Math.abs(a - b);
    return apart <= within * (relative ? larger : 1) || apart <= ROUNDING * larger;
  }

  boolean same(List<Double> a, List<Double> b) {
    return a.size() == b.size()
        && IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
  }
}
