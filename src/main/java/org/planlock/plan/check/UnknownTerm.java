package org.planlock.plan.check;

import java.util.List;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.Bounds;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.PenaltyFactors;

/** A term of a model, a set, a preparation or a penalty that is no column, variable or set. */
final class UnknownTerm implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var models =
        facts.models().stream()
            .flatMap(
                model -> {
                  var path = Places.path("models", model.name());
                  return Stream.of(
                          in(facts, path + ".terms", model.terms()),
                          in(facts, path + ".add", model.add()),
                          factors(facts, model, path))
                      .flatMap(found -> found);
                });
    var sets =
        facts.sets().stream()
            .flatMap(set -> in(facts, Places.path("sets", set.name()) + ".terms", set.terms()));
    var preparations =
        facts.preparations().stream()
            .flatMap(p -> in(facts, Places.path("prepare", p.name()) + ".columns", p.columns()));
    return Stream.of(models, sets, preparations).flatMap(found -> found);
  }

  private static Stream<Diagnostic> factors(PlanFacts facts, ModelSpec model, String path) {
    var factors = model.penalty().stated().flatMap(p -> p.penaltyFactor().stated());
    var own =
        factors.map(PenaltyFactors::terms).orElse(List.of()).stream()
            .flatMap(factor -> factor.forTerms().stream())
            .toList();
    var free = factors.map(PenaltyFactors::unpenalised).orElse(List.of());
    var excluded = factors.map(PenaltyFactors::excluded).orElse(List.of());
    var held =
        factors.flatMap(f -> f.bounds().stated()).map(Bounds::ranges).orElse(List.of()).stream()
            .flatMap(range -> range.forTerms().stream())
            .toList();
    return Stream.of(
            in(facts, path + ".penalty.penalty_factor", own),
            in(facts, path + ".penalty.penalty_factor.unpenalised", free),
            in(facts, path + ".penalty.penalty_factor.excluded", excluded),
            in(facts, path + ".penalty.penalty_factor.bounds", held))
        .flatMap(found -> found);
  }

  private static Stream<Diagnostic> in(PlanFacts facts, String path, List<String> words) {
    return words.stream()
        .flatMap(
            word ->
                Stream.of(word.split(":"))
                    .map(String::strip)
                    .filter(parent -> !facts.names().isTerm(parent))
                    .map(parent -> finding(facts, path, word, parent)));
  }

  private static Diagnostic finding(PlanFacts facts, String path, String word, String parent) {
    var span = facts.places().word(path, word);
    return new UnknownWord(
            Rule.UNKNOWN_TERM, "column, variable or set", parent, facts.names().terms())
        .at(span);
  }
}
