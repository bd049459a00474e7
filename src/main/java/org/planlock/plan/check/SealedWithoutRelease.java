package org.planlock.plan.check;

import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.register.Governance;

/** A sealed column that nobody is to open. */
final class SealedWithoutRelease implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var released =
        facts
            .plan()
            .govern()
            .stated()
            .flatMap(g -> g.release().stated())
            .map(Governance.Release::column)
            .orElse("");
    return facts.columns().stream()
        .filter(ColumnContract::sealed)
        .map(ColumnContract::name)
        .filter(name -> !name.equals(released))
        .map(
            name ->
                facts
                    .at(
                        Places.path("data.columns", name) + ".sealed",
                        Rule.SEALED_WITHOUT_RELEASE,
                        "`" + name + "` is sealed, and the plan does not say who opens it and when")
                    .help("add `release " + name + " by … after …` to `govern`"));
  }
}
