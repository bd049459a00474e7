package org.planlock.deviation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Rule;
import org.planlock.lock.PlanDigest;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.register.Compute;
import org.planlock.trace.TraceEvent;
import org.planlock.trace.TraceEvents;
import org.planlock.trace.TraceValue;

/** Finds random folds that are not the ones which the registered seed gives. */
final class OtherDraw implements DeviationDetector {
  static final TraceValue OBSERVED = TraceValue.of("another draw");

  @Override
  public Stream<Finding> detect(Evidence evidence) {
    var digest = digest(evidence);
    return digest.isEmpty()
        ? Stream.empty()
        : evidence.models().stream()
            .flatMap(
                spec ->
                    spec.validate().stated().stream()
                        .flatMap(v -> model(spec, v, digest.get(), evidence)));
  }

  /** The digest from which folds are drawn; the record of another plan is told as such. */
  private static Optional<PlanDigest> digest(Evidence evidence) {
    var planned = evidence.planDigest();
    var named = evidence.trace().first(TraceEvents.START).flatMap(start -> start.text("plan"));
    return named.isPresent() && !named.equals(planned)
        ? Optional.empty()
        : planned.flatMap(PlanDigest::parse);
  }

  /** Whether the plan fixes how numbers follow from the seed; our own executions know one way. */
  private static boolean isGeneratorFixed(Evidence evidence) {
    boolean isOurs = evidence.toolName().filter("planlock"::equals).isPresent();
    return isOurs || isGeneratorRegistered(evidence);
  }

  private static boolean isGeneratorRegistered(Evidence evidence) {
    return evidence
        .plan()
        .compute()
        .stated()
        .flatMap(compute -> compute.rng().stated())
        .filter(rng -> rng.algorithm() == Compute.Algorithm.SHA256_COUNTER)
        .isPresent();
  }

  private static Stream<Finding> model(
      ModelSpec spec, Validation validation, PlanDigest digest, Evidence evidence) {
    var seed = validation.seed().stated();
    if (seed.isEmpty()) {
      return Stream.empty();
    }
    var by = validation.grouped().orElse("participant");
    var analysed = evidence.sample().analysed().orElse(List.of());
    var selecting =
        validation
            .scheme()
            .stated()
            .map(s -> new RegisteredDraw(digest, s, seed.get(), "validate", by, analysed));
    var outer =
        validation
            .outer()
            .stated()
            .map(o -> new RegisteredDraw(digest, o.scheme(), seed.get(), "outer", by, analysed));
    return Stream.concat(
            other(selecting, evidence.folds(spec.name(), "validate")),
            other(outer, evidence.folds(spec.name(), "outer")))
        .limit(1)
        .flatMap(event -> finding(spec, event, evidence).stream());
  }

  private static Stream<TraceEvent> other(Optional<RegisteredDraw> draw, List<TraceEvent> events) {
    return draw.stream().flatMap(d -> events.stream().filter(event -> !d.fits(event)));
  }

  /** Where the generator is open, other folds may be the seed's too, if somebody says so. */
  private static Optional<Finding> finding(ModelSpec spec, TraceEvent event, Evidence evidence) {
    if (isGeneratorFixed(evidence)) {
      return Optional.of(deviation(spec, event, evidence));
    }
    var path = PlanPaths.model(spec.name(), "validate", "seed");
    return evidence.usedValues().tells(path)
        ? Optional.empty()
        : Optional.of(new Gap(path, "the seed that drew its folds, as a `setting` of this path"));
  }

  private static Deviation deviation(ModelSpec spec, TraceEvent event, Evidence evidence) {
    var path = PlanPaths.model(spec.name(), "validate", "seed");
    return Deviation.of(
            Rule.SEED_NOT_FROM_LOCK,
            path,
            DeviationSeverity.S3,
            "`" + spec.name() + "` was validated in other folds than its seed gives")
        .values(evidence.paths().planned(path), OBSERVED)
        .at(event)
        .inModel(spec.name())
        .note(SeedNotFromLock.NOTE)
        .help("`plan execute` writes the folds of the seed into its trace, for other programs too");
  }
}
