package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.fit.Scheme;

/** More folds than there are participants to fill them. */
final class MoreFoldsThanParticipants implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    return facts.target().stream()
        .flatMap(
            target ->
                facts.models().stream()
                    .filter(
                        model ->
                            model
                                .validate()
                                .stated()
                                .flatMap(v -> v.scheme().stated())
                                .filter(s -> s.kind() == Scheme.Kind.K_FOLD && s.folds() > target)
                                .isPresent())
                    .map(
                        model ->
                            Diagnostic.at(
                                    facts.placeOf(model, "validate.scheme"),
                                    Rule.MORE_FOLDS_THAN_PARTICIPANTS,
                                    "there are more folds than the " + target + " participants")
                                .help("write `leave_one_out`, or fewer folds")));
  }
}
