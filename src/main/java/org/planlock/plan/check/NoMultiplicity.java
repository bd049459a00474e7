package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.inference.Inference;

/** Several p values and no correction for their number. */
final class NoMultiplicity implements PlanCheck {
  private static final int SEVERAL = 2;

  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var users = PValues.users(facts);
    var family = facts.inference().flatMap(i -> i.multiplicity().stated());
    boolean corrected = family.filter(f -> f.method() != Inference.Method.NONE).isPresent();
    if (users.size() < SEVERAL || corrected) {
      return Stream.of();
    }
    return Stream.of(
        facts
            .at(
                "inference.multiplicity",
                Rule.NO_MULTIPLICITY,
                users.size()
                    + " hypotheses rest on p values, and nothing corrects for their number")
            .note("at 0.05 each, the chance of at least one false alarm grows with every test")
            .help("write `multiplicity holm over " + String.join(", ", users) + " at 0.05`"));
  }
}
