package org.planlock.plan.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;

/** A term that is the outcome, or is made of the outcome's follow-up value. */
final class OutcomeAmongTerms implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream().flatMap(model -> in(facts, model));
  }

  private static Stream<Diagnostic> in(PlanFacts facts, ModelSpec model) {
    var parts = OutcomeParts.of(facts, model);
    var outcome = model.outcome().orElse("");
    return facts.terms().expand(written(model)).stream()
        .flatMap(
            term ->
                reason(facts, parts, outcome, term).stream()
                    .map(reason -> finding(facts, model, term, reason)));
  }

  static java.util.List<String> written(ModelSpec model) {
    return Stream.concat(model.terms().stream(), model.add().stream()).toList();
  }

  private static Optional<String> reason(
      PlanFacts facts, OutcomeParts parts, String outcome, String term) {
    for (var parent : term.split(":")) {
      if (parent.equals(outcome)) {
        return Optional.of("is the outcome of this model");
      }
      var shared = Leaves.of(facts, parent).stream().filter(parts.followUp()::contains).findFirst();
      if (shared.isPresent()) {
        var value = shared.get().phrase();
        return Optional.of(
            value.equals(parent)
                ? "is what the outcome `" + outcome + "` is made of"
                : "is made of `" + value + "`, and so is the outcome `" + outcome + "`");
      }
    }
    return Optional.empty();
  }

  private static Diagnostic finding(PlanFacts facts, ModelSpec model, String term, String reason) {
    return Diagnostic.at(
            facts.placeOfTerm(model, term),
            Rule.OUTCOME_AMONG_TERMS,
            "the term `" + term + "` " + reason)
        .note("a model that is told its outcome predicts it, whatever the other terms are")
        .help("leave the term out; the outcome's own baseline may stay");
  }
}
