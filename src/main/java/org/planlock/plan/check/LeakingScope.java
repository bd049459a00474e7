package org.planlock.plan.check;

import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.Scheme;
import org.planlock.plan.prepare.Preparation;
import org.planlock.plan.prepare.Step;
import org.planlock.plan.value.Scope;

/** A step that learns from participants who are held out, under cross-validation. */
final class LeakingScope implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.preparations().stream()
        .filter(preparation -> isValidated(facts, preparation))
        .flatMap(
            preparation ->
                preparation.steps().stream()
                    .filter(LeakingScope::leaks)
                    .map(step -> finding(facts, preparation, step)));
  }

  private static boolean isValidated(PlanFacts facts, Preparation preparation) {
    return facts.models().stream()
        .filter(model -> model.prepare().filter(preparation.name()::equals).isPresent())
        .flatMap(model -> model.validate().stated().flatMap(v -> v.scheme().stated()).stream())
        .anyMatch(scheme -> scheme.kind() != Scheme.Kind.NONE);
  }

  private static boolean leaks(Step step) {
    return Steps.learns(step)
        && step.using()
            .stated()
            .filter(scope -> scope == Scope.ANALYSIS_SET || scope == Scope.ENROLLED)
            .isPresent();
  }

  private static Diagnostic finding(PlanFacts facts, Preparation preparation, Step step) {
    var verb = Steps.verb(step);
    var rows =
        step.using().stated().orElseThrow() == Scope.ENROLLED
            ? "all enrolled participants"
            : "the analysis set";
    var message =
        inFold(preparation, step)
            .map(
                other ->
                    "`"
                        + Steps.verb(other)
                        + "` uses the training fold but `"
                        + verb
                        + "` uses "
                        + rows)
            .orElse("`" + verb + "` uses " + rows + ", the held-out participants included");
    return facts
        .at(Steps.path(preparation, step) + ".using", Rule.LEAKING_SCOPE, message)
        .captioned(
            step instanceof Step.Residualise
                ? "the left-out participant is part of its own correction"
                : "the left-out participant is part of its own mean")
        .note("allowed, and recorded in the lock; small samples are affected most")
        .help("write `using training_fold`, or keep it and report it");
  }

  private static Optional<Step> inFold(Preparation preparation, Step than) {
    return preparation.steps().stream()
        .filter(step -> step != than && Steps.learns(step))
        .filter(step -> step.using().stated().filter(s -> s == Scope.TRAINING_FOLD).isPresent())
        .filter(step -> !Steps.verb(step).equals(Steps.verb(than)))
        .findFirst();
  }
}
