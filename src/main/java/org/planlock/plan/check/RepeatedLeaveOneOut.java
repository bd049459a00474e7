package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;

/** Leave-one-out that is said to be repeated, though each repeat is the same. */
final class RepeatedLeaveOneOut implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.models().stream()
        .filter(LeaveOneOutAdvice::leavesOneOut)
        .filter(
            model ->
                model
                    .validate()
                    .stated()
                    .flatMap(v -> v.repeats().stated())
                    .filter(r -> r > 1)
                    .isPresent())
        .map(
            model ->
                Diagnostic.at(
                        facts.placeOf(model, "validate.repeats"),
                        Rule.REPEATED_LEAVE_ONE_OUT,
                        "leave-one-out is repeated, and every repeat has the same folds")
                    .help("write `repeats 1`, or a scheme with random folds"));
  }
}
