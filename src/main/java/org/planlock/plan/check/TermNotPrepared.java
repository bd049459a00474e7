package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.prepare.Preparation;

/** A term that is not among the columns that the model's preparation makes. */
final class TermNotPrepared implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .flatMap(
            model ->
                facts
                    .preparation(model)
                    .filter(preparation -> !preparation.columns().isEmpty())
                    .stream()
                    .flatMap(preparation -> in(facts, model, preparation)));
  }

  private static Stream<Diagnostic> in(PlanFacts facts, ModelSpec model, Preparation preparation) {
    var made = facts.terms().expand(preparation.columns());
    return OutcomeAmongTerms.written(model).stream()
        .filter(
            word ->
                !facts.terms().expand(word).stream().allMatch(term -> Terms.isAmong(made, term)))
        .map(
            word ->
                facts
                    .atWord(
                        Places.path("models", model.name()),
                        word,
                        Rule.TERM_NOT_PREPARED,
                        "`"
                            + word
                            + "` is a term, and not a column of the preparation `"
                            + preparation.name()
                            + "`")
                    .labelled(
                        facts.places().of(Places.path("prepare", preparation.name()) + ".columns"),
                        "the columns that are made")
                    .help("add `" + word + "` to `columns`, or leave it out of the model"));
  }
}
