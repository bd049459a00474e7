package org.planlock.deviation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.planlock.plan.fit.LambdaEnd;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.value.Decimal;

/** What the registered rule of a lambda sequence says about the strengths that were tried. */
final class LambdaShape {
  private final LambdaRule rule;
  private final Near near;

  LambdaShape(LambdaRule rule, Near near) {
    this.rule = rule;
    this.near = near;
  }

  /**
   * The parts of the rule that a sequence does not keep: {@code values}, {@code from}, {@code to},
   * {@code spacing}, or an empty text for the whole.
   *
   * @param largest the recorded lambda max of this sequence, if it was recorded
   */
  List<String> broken(List<Double> tried, Optional<Double> largest) {
    if (rule instanceof LambdaRule.Listed listed) {
      var planned = listed.listed().stream().map(Decimal::toDouble).toList();
      return near.same(descending(planned), descending(tried)) ? List.of() : List.of("");
    }
    var spaced = (LambdaRule.Spaced) rule;
    var found = new ArrayList<String>();
    if (tried.size() != spaced.values()) {
      found.add("values");
    }
    if (tried.size() < 2) {
      return found;
    }
    ends(spaced, descending(tried), largest, found);
    if (!isSpaced(spaced.spacing(), descending(tried))) {
      found.add("spacing");
    }
    return found;
  }

  /** The strengths that were registered, if the rule and the recorded lambda max determine them. */
  Optional<List<Double>> planned(Optional<Double> largest) {
    if (rule instanceof LambdaRule.Listed listed) {
      return Optional.of(descending(listed.listed().stream().map(Decimal::toDouble).toList()));
    }
    var spaced = (LambdaRule.Spaced) rule;
    var from = end(spaced.from(), largest);
    var to = end(spaced.to(), largest);
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : Optional.of(descending(spread(spaced.spacing(), from.get(), to.get(), spaced.values())));
  }

  private void ends(
      LambdaRule.Spaced spaced, List<Double> tried, Optional<Double> largest, List<String> found) {
    double first = tried.get(0);
    double last = tried.get(tried.size() - 1);
    var from = end(spaced.from(), largest);
    var to = end(spaced.to(), largest);
    boolean upwards = from.isPresent() && to.isPresent() && from.get() < to.get();
    if (from.filter(f -> !near.same(f, upwards ? last : first)).isPresent()) {
      found.add("from");
    }
    if (to.isPresent() && !near.same(to.get(), upwards ? first : last)) {
      found.add("to");
    }
    if (to.isEmpty() && spaced.from().ofMax() && spaced.to().ofMax()) {
      double ratio = spaced.to().factor().toDouble() / spaced.from().factor().toDouble();
      if (!near.same(ratio, last / first)) {
        found.add("to");
      }
    }
  }

  private static Optional<Double> end(LambdaEnd end, Optional<Double> largest) {
    double factor = end.factor().toDouble();
    return end.ofMax() ? largest.map(max -> max * factor) : Optional.of(factor);
  }

  private boolean isSpaced(LambdaRule.Spacing spacing, List<Double> tried) {
    double last = tried.get(tried.size() - 1);
    return (last > 0 || spacing == LambdaRule.Spacing.EVENLY_SPACED)
        && near.same(tried, spread(spacing, tried.get(0), last, tried.size()));
  }

  private static List<Double> spread(
      LambdaRule.Spacing spacing, double from, double to, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> between(spacing, from, to, (double) i / (count - 1)))
        .toList();
  }

  private static double between(LambdaRule.Spacing spacing, double from, double to, double share) {
    return spacing == LambdaRule.Spacing.EVENLY_SPACED
        ? from + share * (to - from)
        : StrictMath.exp(
            StrictMath.log(from) + share * (StrictMath.log(to) - StrictMath.log(from)));
  }

  static List<Double> descending(List<Double> values) {
    return values.stream().sorted(Comparator.reverseOrder()).toList();
  }
}
