package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.planlock.deviation.Parting.Difference;

/** Two lists of numbers of one kind, in the same order. */
final class NumbersBeside {
  private final double[] here;
  private final double[] there;

  private NumbersBeside(double[] here, double[] there) {
    this.here = here;
    this.there = there;
  }

  static NumbersBeside of(List<Double> here, List<Double> there) {
    return new NumbersBeside(array(here), array(there));
  }

  /** The first two that are not the same; another number of them differs as a whole. */
  Optional<Difference> first(Sameness same, String whole, IntFunction<String> name) {
    if (here.length != there.length) {
      return Optional.of(new Difference(whole, here.length + " values", there.length + " values"));
    }
    double limit = same.limit(here, there);
    for (int i = 0; i < here.length; i++) {
      boolean equal = Double.compare(here[i], there[i]) == 0;
      if (!equal && !(Math.abs(here[i] - there[i]) <= limit)) {
        return Optional.of(
            new Difference(name.apply(i), TextOf.number(here[i]), TextOf.number(there[i])));
      }
    }
    return Optional.empty();
  }

  /** The largest difference as a share of the largest number, among those that both have. */
  double largest() {
    double apart = 0;
    double size = 0;
    for (int i = 0; i < Math.min(here.length, there.length); i++) {
      if (Double.isFinite(here[i] - there[i])) {
        apart = Math.max(apart, Math.abs(here[i] - there[i]));
        size = Math.max(size, Math.max(Math.abs(here[i]), Math.abs(there[i])));
      }
    }
    return size == 0 ? 0 : apart / size;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
