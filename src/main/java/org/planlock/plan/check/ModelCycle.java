package org.planlock.plan.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;

/** Models that extend each other in a circle. */
final class ModelCycle implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var reported = new HashSet<Set<String>>();
    return facts.models().stream()
        .flatMap(
            model ->
                circle(facts, model)
                    .filter(names -> reported.add(Set.copyOf(names)))
                    .map(names -> finding(facts, model, names))
                    .stream());
  }

  private static Diagnostic finding(
      PlanFacts facts, ModelSpec model, java.util.List<String> names) {
    return Diagnostic.at(
            facts.placeOf(model, "extends"),
            Rule.MODEL_CYCLE,
            "models extend each other in a circle: " + String.join(" -> ", names))
        .note("none of them has terms to begin with")
        .help("give one of them its own `terms` and no `extends`");
  }

  /** The way from a model back to itself, if there is one. */
  static Optional<java.util.List<String>> circle(PlanFacts facts, ModelSpec start) {
    var way = new ArrayList<String>();
    var next = Optional.of(start);
    while (next.isPresent() && !way.contains(next.get().name())) {
      way.add(next.get().name());
      next = next.get().reduced().flatMap(facts::model);
    }
    if (next.isEmpty() || !next.get().name().equals(start.name())) {
      return Optional.empty();
    }
    way.add(start.name());
    return Optional.of(Collections.unmodifiableList(way));
  }
}
