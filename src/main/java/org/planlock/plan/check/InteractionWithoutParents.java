package org.planlock.plan.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.diagnostic.Severity;
import org.planlock.plan.fit.ModelSpec;

/** A product whose parents are not terms of the model, against the heredity that is stated. */
final class InteractionWithoutParents implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream().flatMap(model -> in(facts, model));
  }

  private static Stream<Diagnostic> in(PlanFacts facts, ModelSpec model) {
    var terms = facts.terms().of(model);
    var heredity =
        facts.preparation(model).flatMap(p -> p.heredity().stated()).map(h -> h.text()).orElse("");
    return facts.terms().expand(OutcomeAmongTerms.written(model)).stream()
        .filter(term -> term.contains(":"))
        .filter(term -> isWrong(heredity, parents(term), terms))
        .limit(heredity.isEmpty() ? 1 : Long.MAX_VALUE)
        .map(term -> finding(facts, model, term, heredity, terms));
  }

  private static List<String> parents(String term) {
    return List.of(term.split(":"));
  }

  private static boolean isWrong(String heredity, List<String> parents, Set<String> terms) {
    if (heredity.equals("weak")) {
      return parents.stream().noneMatch(terms::contains);
    }
    return (heredity.isEmpty() || heredity.equals("strong")) && !terms.containsAll(parents);
  }

  private static Diagnostic finding(
      PlanFacts facts, ModelSpec model, String term, String heredity, Set<String> terms) {
    var missing = parents(term).stream().filter(p -> !terms.contains(p)).toList();
    var finding =
        Diagnostic.at(
            facts.placeOfTerm(model, term),
            Rule.INTERACTION_WITHOUT_PARENTS,
            "the product `"
                + term
                + "` is a term of `"
                + model.name()
                + "`, and `"
                + String.join("` and `", missing)
                + (missing.size() == 1 ? "` is not" : "` are not"));
    return heredity.isEmpty()
        ? finding
            .weighing(Severity.NOTE)
            .note("a product without its parents also takes up what the parents explain")
            .help("add the parents, or say `heredity none`")
        : finding
            .note("the preparation says `heredity " + heredity + "`")
            .help("add the parents to the terms, or say `heredity none`");
  }
}
