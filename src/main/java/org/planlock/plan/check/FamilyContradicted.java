package org.planlock.plan.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.plan.fit.Validation;

/** A loss, or a class, that belongs to another distribution of the outcome than the model's. */
final class FamilyContradicted implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .flatMap(model -> Stream.concat(loss(facts, model), classOne(facts, model)));
  }

  private static Stream<Diagnostic> loss(PlanFacts facts, ModelSpec model) {
    var kind = model.validate().stated().flatMap(v -> v.loss().stated()).map(Validation.Loss::of);
    boolean binomial = isBinomial(model);
    return kind
        .filter(of -> (of == Validation.LossKind.SQUARED_ERROR) == binomial)
        .map(
            of ->
                Diagnostic.at(
                        facts.placeOf(model, "validate.loss"),
                        Rule.FAMILY_CONTRADICTED,
                        "`"
                            + of.name().toLowerCase(java.util.Locale.ROOT)
                            + "` is no loss of a "
                            + (binomial ? "binomial" : "gaussian")
                            + " outcome")
                    .labelled(facts.placeOf(model, "penalty"), "the distribution is that of this")
                    .help(
                        binomial
                            ? "write `loss binomial_deviance`, or `loss misclassification`"
                            : "write `loss squared_error`, or `family binomial`"))
        .stream();
  }

  private static Stream<Diagnostic> classOne(PlanFacts facts, ModelSpec model) {
    Optional<String> said =
        model
            .penalty()
            .stated()
            .flatMap(p -> p.distribution().stated())
            .flatMap(d -> d.classOne().stated());
    return said
        .filter(level -> !isBinomial(model))
        .map(
            level ->
                Diagnostic.at(
                        facts.placeOf(model, "penalty.distribution.class_one"),
                        Rule.FAMILY_CONTRADICTED,
                        "`class_one` says which level is 1, and a gaussian outcome has no levels")
                    .help("write `family binomial`, or leave `class_one` out"))
        .stream();
  }

  static boolean isBinomial(ModelSpec model) {
    return model
        .penalty()
        .stated()
        .filter(penalty -> penalty.outcome() == Penalty.Outcome.BINOMIAL)
        .isPresent();
  }
}
