package org.planlock.plan.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.check.Leaves.Leaf;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.register.Knowledge;

/** A table that holds the outcome and has been seen. */
final class OutcomeSeen implements PlanCheck {
  @Override
  public Stream<Diagnostic> find(PlanFacts facts) {
    var tables = outcomeTables(facts);
    return facts.plan().registration().knowledge().orElse(List.of()).stream()
        .filter(known -> known.state() == Knowledge.State.SEEN && tables.contains(known.table()))
        .map(
            known ->
                facts
                    .at(
                        Places.path("plan.knowledge", known.table()) + ".state",
                        Rule.OUTCOME_SEEN,
                        "`" + known.table() + "` holds the outcome and has been seen")
                    .note(
                        "what is called confirmatory rests on nobody having looked before the lock")
                    .help("say in the ledger who saw what and when, and report it"));
  }

  private static Set<String> outcomeTables(PlanFacts facts) {
    if (facts.tables().size() == 1) {
      return Set.of(facts.tables().get(0).name());
    }
    return facts.models().stream()
        .flatMap(model -> model.outcome().stated().stream())
        .flatMap(outcome -> Leaves.of(facts, outcome).stream())
        .map(Leaf::column)
        .flatMap(column -> facts.column(column).stream())
        .map(ColumnContract::table)
        .collect(Collectors.toSet());
  }
}
