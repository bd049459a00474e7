package org.planlock.plan.check;

import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Penalty;

/** How many participants and terms a model has, as far as the plan says. */
record ModelSize(ModelSpec model, int participants, int terms, boolean penalised) {
  static ModelSize of(PlanFacts facts, ModelSpec model, int participants) {
    boolean free =
        model.penalty().stated().filter(p -> p.family() == Penalty.Family.NONE).isPresent();
    return new ModelSize(model, participants, facts.terms().of(model).size(), !free);
  }
}
