package org.planlock.deviation;

import java.math.BigDecimal;
import java.util.Optional;
import org.planlock.plan.Plan;
import org.planlock.plan.register.Compute;
import org.planlock.plan.value.Tolerance;

/**
 * How near two numbers have to be to count as the same: as the plan says of the outside program
 * that confirms (field K5), else of its own numbers (K4), else 1e-6 relative to the largest number
 * of the same step.
 */
record Closeness(double within, boolean isRelative, String text) {
  private static final Closeness USUAL = new Closeness(1e-6, true, "1e-6 relative");

  static Closeness of(Plan plan) {
    var compute = plan.compute().stated();
    Optional<Tolerance> confirmed =
        compute.flatMap(c -> c.confirm().stated()).map(Compute.Confirmation::same);
    return confirmed
        .or(() -> compute.flatMap(c -> c.same().stated()))
        .map(Closeness::of)
        .orElse(USUAL);
  }

  private static Closeness of(Tolerance tolerance) {
    BigDecimal within = tolerance.within().value();
    return new Closeness(
        within.doubleValue(), tolerance.kind() == Tolerance.Kind.RELATIVE, tolerance.text());
  }

  /**
   * Whether two numbers count as the same.
   *
   * @param size the largest absolute number of the step that they belong to
   */
  boolean holds(double one, double other, double size) {
    return Double.compare(one, other) == 0
        || Math.abs(one - other) <= (isRelative ? within * size : within);
  }
}
