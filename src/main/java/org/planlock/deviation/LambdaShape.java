package org.planlock.deviation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.plan.fit.LambdaEnd;
import org.planlock.plan.fit.LambdaRule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.value.Decimal;
import org.planlock.trace.TraceEvents;

/** What the registered rule of a lambda sequence says about the strengths that were tried. */
final class LambdaShape {
  /** glmnet's sequences never go below this share of their first value. */
  private static final double FLOOR = 1e-6;

  private final LambdaRule rule;
  private final Near near;
  private final boolean own;
  private final Optional<Boolean> fewRows;

  private LambdaShape(LambdaRule rule, Near near, boolean own, Optional<Boolean> fewRows) {
    this.rule = rule;
    this.near = near;
    this.own = own;
    this.fewRows = fewRows;
  }

  /** The shape for a model; whether it has fewer rows than columns is taken from its design. */
  static LambdaShape of(ModelSpec spec, Penalty penalty, LambdaRule rule, Evidence evidence) {
    var design = evidence.first(TraceEvents.DESIGN, spec.name());
    var rows = design.flatMap(event -> event.texts("rows"));
    var few = rows.flatMap(ids -> width(spec, evidence).map(width -> ids.size() < width));
    return new LambdaShape(rule, evidence.near(), penalty.hasOwnSequences(), few);
  }

  /** The number of columns, unless design and fit tell two: then one of them was not fitted. */
  private static Optional<Integer> width(ModelSpec spec, Evidence evidence) {
    var told =
        Stream.of(TraceEvents.DESIGN, TraceEvents.FIT)
            .flatMap(type -> evidence.first(type, spec.name()).stream())
            .flatMap(event -> event.texts("columns").stream())
            .map(List::size)
            .distinct()
            .toList();
    return told.size() == 1 ? Optional.of(told.get(0)) : Optional.empty();
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
    if (own ? tried.size() > spaced.values() : tried.size() != spaced.values()) {
      found.add("values");
    }
    if (tried.size() < 2) {
      return found;
    }
    if (own) {
      ownSequence(spaced, descending(tried), largest, found);
      return found;
    }
    ends(spaced, descending(tried), largest, found);
    if (!isSpaced(spaced.spacing(), descending(tried))) {
      found.add("spacing");
    }
    return isCutShort(tried, largest) ? List.of("values") : found;
  }

  /** Whether the registered strengths were tried from the largest on, and not to their end. */
  private boolean isCutShort(List<Double> tried, Optional<Double> largest) {
    return planned(largest)
        .filter(all -> tried.size() < all.size())
        .filter(all -> near.same(all.subList(0, tried.size()), descending(tried)))
        .isPresent();
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

  /** A sequence that may have ended early: its first value, and the stride between two. */
  private void ownSequence(
      LambdaRule.Spaced spaced, List<Double> tried, Optional<Double> largest, List<String> found) {
    double first = tried.get(0);
    double last = tried.get(tried.size() - 1);
    if (largest.filter(max -> !near.same(max, first)).isPresent()) {
      found.add("from");
    }
    var to = factor(spaced.to()).map(ratio -> Math.max(FLOOR, ratio));
    double steps = (tried.size() - 1.0) / (spaced.values() - 1.0);
    if (to.filter(ratio -> !near.same(StrictMath.pow(ratio, steps), last / first)).isPresent()) {
      found.add("to");
    }
    if (!isSpaced(LambdaRule.Spacing.LOG_SPACED, tried)) {
      found.add("spacing");
    }
  }

  /** The number or multiple in force, if the shape of the data is known where it matters. */
  private Optional<Double> factor(LambdaEnd end) {
    return end.otherwise().isEmpty()
        ? Optional.of(end.factor().toDouble())
        : fewRows.map(few -> (few ? end.factor() : end.otherwise().get()).toDouble());
  }

  private void ends(
      LambdaRule.Spaced spaced, List<Double> tried, Optional<Double> largest, List<String> found) {
    double first = tried.get(0);
    double last = tried.get(tried.size() - 1);
    var from = end(spaced.from(), largest);
    var to = end(spaced.to(), largest);
    if (from.isPresent() && to.isPresent()) {
      bothEnds(from.get(), to.get(), first, last, found);
      return;
    }
    if (from.filter(f -> !near.same(f, first)).isPresent()) {
      found.add("from");
    }
    if (to.filter(t -> !near.same(t, last)).isPresent()) {
      found.add("to");
    }
    if (to.isEmpty() && spaced.from().ofMax() && spaced.to().ofMax()) {
      double start = spaced.from().factor().toDouble();
      if (factor(spaced.to()).filter(end -> !near.same(end / start, last / first)).isPresent()) {
        found.add("to");
      }
    }
  }

  /** A sequence may be written upwards; an end that it still has, on either side, was kept. */
  private void bothEnds(double from, double to, double first, double last, List<String> found) {
    boolean upwards = from < to;
    boolean keepsFrom = near.same(from, upwards ? last : first);
    boolean keepsTo = near.same(to, upwards ? first : last);
    if (keepsFrom && keepsTo) {
      return;
    }
    if (!keepsFrom && !near.same(from, upwards ? first : last)) {
      found.add("from");
    }
    if (!keepsTo && !near.same(to, upwards ? last : first)) {
      found.add("to");
    }
  }

  private Optional<Double> end(LambdaEnd end, Optional<Double> largest) {
    return factor(end)
        .flatMap(factor -> end.ofMax() ? largest.map(max -> max * factor) : Optional.of(factor));
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
