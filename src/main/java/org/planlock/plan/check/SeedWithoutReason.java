package org.planlock.plan.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.value.Seed;
import org.planlock.source.Span;

/** A seed that somebody chose, without saying why. */
final class SeedWithoutReason implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var folds =
        facts.models().stream()
            .flatMap(
                model ->
                    model.validate().stated().flatMap(v -> v.seed().stated()).stream()
                        .flatMap(
                            seed -> finding(seed, facts.placeOf(model, "validate.seed")).stream()));
    var all =
        facts.plan().compute().stated().flatMap(c -> c.rng().stated()).stream()
            .flatMap(rng -> finding(rng.seed(), facts.places().of("compute.rng.seed")).stream());
    return Stream.concat(folds, all);
  }

  private static Optional<Diagnostic> finding(Seed seed, Span span) {
    if (seed.value().isEmpty() || seed.because().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.at(
                span,
                Rule.SEED_WITHOUT_REASON,
                "the seed `" + seed.value().get() + "` is chosen by hand, without a reason")
            .note("nobody can see how many seeds were tried before this one")
            .help("write `seed plan_digest`, or say why with `because`"));
  }
}
