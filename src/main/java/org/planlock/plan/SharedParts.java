package org.planlock.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.planlock.syntax.PlanNode;

/**
 * Copies into each model what it shares: the plan's penalty and validation, and the outcome and
 * preparation of the model it extends.
 */
final class SharedParts {
  private SharedParts() {}

  static PlanNode.Mapping intoModels(PlanNode.Mapping plan) {
    var models = Trees.mappings(plan, "models");
    if (models.isEmpty()) {
      return plan;
    }
    var only = onlyPreparation(plan);
    var complete = models.stream().map(item -> complete(item, plan, models, only)).toList();
    var tree =
        Trees.replace(
            plan, "models", list -> new PlanNode.Sequence(List.copyOf(complete), list.span()));
    return Trees.without(Trees.without(tree, "penalty"), "validate");
  }

  private static PlanNode.Mapping complete(
      PlanNode.Mapping item,
      PlanNode.Mapping plan,
      List<PlanNode.Mapping> all,
      Optional<PlanNode> preparation) {
    var tree = item;
    for (var key : List.of("outcome", "prepare", "penalty", "validate")) {
      tree = Trees.withDefault(tree, key, inherited(item, key, all));
    }
    tree = Trees.withDefault(tree, "prepare", preparation);
    tree = Trees.withDefault(tree, "penalty", plan.get("penalty"));
    tree = Trees.withDefault(tree, "validate", plan.get("validate"));
    return Trees.replace(tree, "penalty", SharedParts::withPasses);
  }

  /** Where glmnet's iterates are registered, so is when they end; elsewhere nothing is said. */
  private static PlanNode withPasses(PlanNode node) {
    if (!(node instanceof PlanNode.Mapping penalty)
        || Trees.text(penalty, "solve").filter("glmnet"::equals).isEmpty()) {
      return node;
    }
    var solve = penalty.get("solve").orElseThrow();
    return Trees.withDefault(
        penalty, "passes", Optional.of(new PlanNode.Mapping(List.of(), solve.span())));
  }

  private static Optional<PlanNode> inherited(
      PlanNode.Mapping item, String key, List<PlanNode.Mapping> all) {
    var seen = new LinkedHashSet<String>();
    var parent = Trees.text(item, "extends");
    while (parent.isPresent() && seen.add(parent.get())) {
      var name = parent.get();
      var owner =
          all.stream()
              .filter(other -> Trees.text(other, "name").filter(name::equals).isPresent())
              .findFirst();
      var value = owner.flatMap(other -> other.get(key));
      if (value.isPresent()) {
        return value;
      }
      parent = owner.flatMap(other -> Trees.text(other, "extends"));
    }
    return Optional.empty();
  }

  private static Optional<PlanNode> onlyPreparation(PlanNode.Mapping plan) {
    var preparations = Trees.mappings(plan, "prepare");
    return preparations.size() == 1 ? preparations.get(0).get("name") : Optional.empty();
  }
}
