package org.planlock.deviation;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.planlock.plan.fit.Bounds;
import org.planlock.plan.fit.PenaltyFactors;
import org.planlock.trace.TraceValue;

/** Finds terms that were kept out of a fit, or held between bounds, other than registered. */
record HeldTerms(FitFlags flags, Evidence evidence) {

  void find(PenaltyFactors planned) {
    var columns = flags.event().texts("columns").orElse(List.of());
    excluded(planned, columns);
    planned
        .bounds()
        .stated()
        .filter(bounds -> bounds.otherwise().isEmpty())
        .ifPresent(bounds -> bounds(bounds, columns));
  }

  private void excluded(PenaltyFactors planned, List<String> columns) {
    var names = evidence.terms().of(planned.excluded());
    var expected = columns.stream().filter(column -> PlannedTerms.holds(names, column)).toList();
    var used = flags.event().texts("excluded");
    if (used.filter(terms -> !terms.equals(expected)).isPresent()) {
      flags.add(
          "penalty_factor.excluded",
          TraceValue.texts(expected),
          TraceValue.texts(used.get()),
          DeviationSeverity.S3);
    }
  }

  private void bounds(Bounds planned, List<String> columns) {
    boolean low = differ("lowerLimits", columns.stream().map(c -> lowest(planned, c)).toList());
    boolean high = differ("upperLimits", columns.stream().map(c -> highest(planned, c)).toList());
    if (low || high) {
      flags.add(
          "penalty_factor.bounds",
          TraceValue.of(planned.text()),
          flags.event().value(low ? "lowerLimits" : "upperLimits").orElseThrow(),
          DeviationSeverity.S3);
    }
  }

  /** Whether limits were recorded, and are others; null or a word is no limit, a number all. */
  private boolean differ(String field, List<Double> expected) {
    var recorded = flags.event().value(field);
    if (recorded.isEmpty()) {
      return false;
    }
    boolean endless = expected.stream().allMatch(limit -> limit.isInfinite());
    var one = flags.event().number(field);
    if (one.isEmpty() && !(recorded.get() instanceof TraceValue.Items)) {
      boolean none =
          recorded.get() instanceof TraceValue.Missing
              || ValueText.of(recorded.get()).equals("none");
      return !(endless && none);
    }
    var used =
        one.map(limit -> Collections.nCopies(expected.size(), limit))
            .or(() -> flags.event().numbers(field))
            .orElse(List.of());
    if (used.size() != expected.size()) {
      return true;
    }
    for (int j = 0; j < used.size(); j++) {
      boolean none = used.get(j).isNaN() || used.get(j).isInfinite();
      if (none != expected.get(j).isInfinite()
          || (!none && !evidence.near().same(used.get(j), expected.get(j)))) {
        return true;
      }
    }
    return false;
  }

  private double lowest(Bounds planned, String column) {
    return range(planned, column).map(Bounds.Range::lowest).orElse(Double.NEGATIVE_INFINITY);
  }

  private double highest(Bounds planned, String column) {
    return range(planned, column).map(Bounds.Range::highest).orElse(Double.POSITIVE_INFINITY);
  }

  /** The last range that speaks of a column. */
  private Optional<Bounds.Range> range(Bounds planned, String column) {
    return planned.ranges().stream()
        .filter(
            range ->
                range.forTerms().isEmpty()
                    || PlannedTerms.holds(evidence.terms().of(range.forTerms()), column))
        .reduce((first, second) -> second);
  }
}
