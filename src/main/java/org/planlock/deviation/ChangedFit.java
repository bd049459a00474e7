package org.planlock.deviation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.trace.TraceEvents;

/** Finds models that were fitted with other flags than the registered ones. */
final class ChangedFit implements DeviationDetector {
  @Override
  public Stream<Finding> detect(Evidence evidence) {
    return evidence.models().stream()
        .flatMap(
            spec ->
                spec.penalty().stated().stream().flatMap(p -> model(spec, p, evidence).stream()));
  }

  private static List<Deviation> model(ModelSpec spec, Penalty penalty, Evidence evidence) {
    var fit = evidence.first(TraceEvents.FIT, spec.name());
    var found = new ArrayList<Deviation>();
    if (fit.isPresent()) {
      var flags = new FitFlags(spec.name(), fit.get(), found);
      flags.family(penalty);
      flags.word("objective", "objective", penalty.objective().stated().map(Phrasing::of));
      if (Evidence.isTuned(spec)) {
        flags.solve(penalty, isForeign(evidence));
        flags.word(
            "distribution", "distribution.family", Optional.of(Phrasing.of(penalty.outcome())));
        flags.stopping(penalty);
        penalty
            .penaltyFactor()
            .stated()
            .ifPresent(factors -> new HeldTerms(flags, evidence).find(factors));
      }
      flags.word("standardize", "standardize", penalty.standardize().stated().map(String::valueOf));
      flags.word("intercept", "intercept", penalty.intercept().stated().map(FitFlags::intercept));
      flags.weights(penalty);
      penalty.penaltyFactor().stated().ifPresent(factors -> flags.factors(factors, evidence));
    }
    evidence
        .first(TraceEvents.GRID, spec.name())
        .filter(grid -> found.stream().noneMatch(f -> isAbout(f, "objective")))
        .ifPresent(
            grid ->
                new FitFlags(spec.name(), grid, found)
                    .word(
                        "objective", "objective", penalty.objective().stated().map(Phrasing::of)));
    return found;
  }

  /** Our own programs solve in two ways and say which; how others get there is their affair. */
  private static boolean isForeign(Evidence evidence) {
    return evidence.toolName().filter(name -> !name.equals("planlock")).isPresent();
  }

  private static boolean isAbout(Deviation deviation, String key) {
    return deviation.path().endsWith("." + key);
  }
}
