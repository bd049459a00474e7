package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/**
 * Finds flags of a tuned fit that the plan registers and the trace does not tell: what is not
 * recorded is never taken to conform. The columns tell which terms a list of factors is of, so
 * without them nothing more is asked.
 */
final class UntoldFit implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .filter(Evidence::isTuned)
        .flatMap(
            spec ->
                Stream.concat(
                    evidence.first(TraceEvents.FIT, spec.name()).stream()
                        .flatMap(fit -> untold(spec, fit, evidence).stream()),
                    rule(spec, evidence)));
  }

  private static List<Gap> untold(ModelSpec spec, TraceEvent fit, Evidence evidence) {
    var penalty = spec.penalty().stated().orElseThrow();
    var asked = new Asked(spec, fit, evidence, new ArrayList<>());
    boolean inGrid =
        evidence
            .first(TraceEvents.GRID, spec.name())
            .filter(grid -> Asked.tells(grid, "objective"))
            .isPresent();
    if (penalty.objective().stated().isPresent() && !inGrid) {
      asked.about("objective", "objective");
    }
    if (penalty.standardize().stated().isPresent()) {
      asked.about("standardize", "standardize");
    }
    if (penalty.intercept().stated().isPresent()) {
      asked.about("intercept", "intercept");
    }
    factors(penalty, asked);
    asked.about("converged", "kkt");
    return asked.found();
  }

  /** No limit may be recorded as null, so only a field that is not there is not told. */
  private static void factors(Penalty penalty, Asked asked) {
    var factors = penalty.penaltyFactor().stated();
    if (factors.isEmpty()) {
      return;
    }
    asked.about("penaltyFactors", "penalty_factor");
    if (factors.get().bounds().stated().filter(b -> b.otherwise().isEmpty()).isPresent()) {
      for (var field : List.of("lowerLimits", "upperLimits")) {
        if (asked.fit().value(field).isEmpty()) {
          asked.missing(field, "penalty_factor.bounds");
        }
      }
    }
  }

  private static Stream<Gap> rule(ModelSpec spec, Evidence evidence) {
    var path = PlanPaths.model(spec.name(), "validate", "select");
    return spec.validate().stated().flatMap(v -> v.select().stated()).stream()
        .flatMap(select -> evidence.first(TraceEvents.SELECTION, spec.name()).stream())
        .filter(selection -> !Asked.tells(selection, "rule"))
        .filter(selection -> !evidence.usedValues().tells(path))
        .map(selection -> new Gap(path, "the `rule` in the event `selection`"));
  }

  /** What is asked of one fit, and what it does not tell. */
  private record Asked(ModelSpec spec, TraceEvent fit, Evidence evidence, List<Gap> found) {
    static boolean tells(TraceEvent event, String field) {
      return event.value(field).filter(v -> !(v instanceof TraceValue.Missing)).isPresent();
    }

    /** A value may also be told by a setting. */
    void about(String field, String key) {
      if (!tells(fit, field)) {
        missing(field, key);
      }
    }

    void missing(String field, String key) {
      var path = PlanPaths.model(spec.name(), "penalty") + "." + key;
      if (!evidence.usedValues().tells(path)) {
        found.add(new Gap(path, "`" + field + "` in the event `fit`"));
      }
    }
  }
}
