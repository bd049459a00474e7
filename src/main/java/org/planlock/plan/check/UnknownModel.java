package org.planlock.plan.check;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** A model that is extended or compared, and not declared. */
final class UnknownModel implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var extended =
        facts.models().stream()
            .filter(
                model ->
                    model.reduced().filter(name -> unknown(facts, name).isUnknown()).isPresent())
            .map(
                model ->
                    unknown(facts, model.reduced().orElseThrow())
                        .at(facts.placeOf(model, "extends")));
    return Stream.concat(extended, compared(facts));
  }

  private static Stream<Diagnostic> compared(PlanFacts facts) {
    var comparisons = facts.plan().compare().orElse(List.of());
    return IntStream.range(0, comparisons.size())
        .boxed()
        .flatMap(
            i ->
                Stream.concat(
                    one(facts, i, "model", comparisons.get(i).full()),
                    one(facts, i, "with", comparisons.get(i).reduced())));
  }

  private static Stream<Diagnostic> one(PlanFacts facts, int index, String key, String name) {
    return Stream.of(unknown(facts, name))
        .filter(UnknownWord::isUnknown)
        .map(word -> word.at(facts.places().item("compare", index, key)));
  }

  private static UnknownWord unknown(PlanFacts facts, String name) {
    return new UnknownWord(Rule.UNKNOWN_MODEL, "model", name, facts.names().models());
  }
}
