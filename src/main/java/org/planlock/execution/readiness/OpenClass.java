package org.planlock.execution.readiness;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.Plan;
import org.planlock.plan.contract.ColumnContract;
import org.planlock.plan.contract.DataContract;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;
import org.planlock.syntax.ExpressionNode;

/** Asks which level of an outcome with levels counts as 1; nothing else can tell. */
final class OpenClass {
  private final OpenChoices choices;
  private final Plan plan;

  OpenClass(OpenChoices choices, Plan plan) {
    this.choices = choices;
    this.plan = plan;
  }

  void ask(ModelSpec spec, String path) {
    var distribution =
        spec.penalty()
            .stated()
            .filter(penalty -> penalty.outcome() == Penalty.Outcome.BINOMIAL)
            .flatMap(penalty -> penalty.distribution().stated());
    var levels = spec.outcome().stated().flatMap(this::column).map(ColumnContract::levels);
    if (distribution.isPresent() && levels.filter(all -> !all.isEmpty()).isPresent()) {
      choices.need(
          distribution.get().classOne(),
          path,
          "which level of the outcome counts as 1",
          levels.orElse(List.of()));
    }
  }

  /** The column that an outcome is, directly or as the whole value of a variable. */
  private Optional<ColumnContract> column(String outcome) {
    var named =
        plan.variables().orElse(List.of()).stream()
            .filter(variable -> variable.name().equals(outcome))
            .map(variable -> variable.value().node())
            .filter(ExpressionNode.Name.class::isInstance)
            .map(node -> ((ExpressionNode.Name) node).name())
            .findFirst()
            .orElse(outcome);
    return plan
        .data()
        .stated()
        .map(DataContract::columns)
        .flatMap(columns -> columns.stated())
        .orElse(List.of())
        .stream()
        .filter(column -> column.name().equals(named))
        .findFirst();
  }
}
