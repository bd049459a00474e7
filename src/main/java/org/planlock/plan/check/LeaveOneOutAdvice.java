package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Scheme;

/** Leave-one-out: allowed, and advised against by some. */
final class LeaveOneOutAdvice implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(LeaveOneOutAdvice::leavesOneOut)
        .limit(1)
        .map(
            model ->
                Diagnostic.at(
                        facts.placeOf(model, "validate.scheme"),
                        Rule.LEAVE_ONE_OUT_ADVICE,
                        "participants are left out one at a time")
                    .note(
                        "Poldrack et al. (2020, JAMA Psychiatry 77:534) advise k folds of several participants"));
  }

  /** Whether a model is validated by leaving out one at a time. */
  static boolean leavesOneOut(ModelSpec model) {
    return model
        .validate()
        .stated()
        .flatMap(v -> v.scheme().stated())
        .filter(scheme -> scheme.kind() == Scheme.Kind.LEAVE_ONE_OUT)
        .isPresent();
  }
}
