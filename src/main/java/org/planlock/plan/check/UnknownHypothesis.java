package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A hypothesis that a null or a family names, and the plan does not declare. */
final class UnknownHypothesis implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var inference = facts.inference();
    var nulls =
        inference.flatMap(i -> i.nulls().stated()).orElse(List.of()).stream()
            .flatMap(
                wanted ->
                    finding(
                        facts,
                        Places.path("inference.nulls", wanted.hypothesis()) + ".hypothesis",
                        wanted.hypothesis()));
    var family =
        inference
            .flatMap(i -> i.multiplicity().stated())
            .map(m -> m.over())
            .orElse(List.of())
            .stream()
            .flatMap(name -> finding(facts, "inference.multiplicity.over", name));
    return Stream.concat(nulls, family);
  }

  private static Stream<Diagnostic> finding(PlanFacts facts, String path, String name) {
    var word =
        new UnknownWord(Rule.UNKNOWN_HYPOTHESIS, "hypothesis", name, facts.names().hypotheses());
    return word.isUnknown() ? Stream.of(word.at(facts.places().word(path, name))) : Stream.of();
  }
}
