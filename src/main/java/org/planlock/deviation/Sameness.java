package org.planlock.deviation;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.planlock.plan.Plan;
import org.planlock.plan.register.Compute;
import org.planlock.plan.value.Tolerance;

/**
 * How near two programs must come: as the plan says of the one that confirms, or of results in
 * general, or else within 1e-6 of the largest number of a kind.
 *
 * @param relative to the largest number of the kind, or in its own units
 * @param source what says so
 */
record Sameness(double within, boolean relative, String source) {
  private static final Sameness DEFAULT = new Sameness(1e-6, true, "the plan states no tolerance");

  static Sameness of(Plan plan) {
    var compute = plan.compute().stated();
    var confirming = compute.flatMap(c -> c.confirm().stated()).map(Compute.Confirmation::same);
    var general = compute.flatMap(c -> c.same().stated());
    return Stream.of(
            confirming.map(same -> of(same, "`compute.confirm.same`")),
            general.map(same -> of(same, "`compute.same`")))
        .flatMap(java.util.Optional::stream)
        .findFirst()
        .orElse(DEFAULT);
  }

  private static Sameness of(Tolerance same, String source) {
    boolean relative = same.kind() == Tolerance.Kind.RELATIVE;
    return new Sameness(same.within().toDouble(), relative, source);
  }

  /** How far two numbers may be apart among others of their kind. */
  double limit(double[] here, double[] there) {
    double largest =
        DoubleStream.concat(DoubleStream.of(here), DoubleStream.of(there))
            .filter(Double::isFinite)
            .map(Math::abs)
            .max()
            .orElse(0);
    return relative ? within * largest : within;
  }

  String text() {
    return TextOf.number(within) + (relative ? " of the largest" : "") + ", " + source;
  }
}
