package org.planlock.plan;

import java.util.List;
import org.planlock.plan.inference.Contingency;
import org.planlock.plan.inference.Sensitivity;
import org.planlock.plan.value.Declared;

/** Copies of a plan with one part exchanged. */
final class Plans {
  private Plans() {}

  static Plan with(
      Plan plan, Declared<Sensitivity> sensitivity, Declared<List<Contingency>> contingency) {
    return new Plan(
        plan.language(),
        plan.registration(),
        plan.data(),
        plan.sample(),
        plan.estimand(),
        plan.space(),
        plan.atlases(),
        plan.rois(),
        plan.measures(),
        plan.runs(),
        plan.followUp(),
        plan.variables(),
        plan.sets(),
        plan.prepare(),
        plan.penalty(),
        plan.validate(),
        plan.models(),
        plan.compare(),
        plan.retained(),
        plan.hypotheses(),
        plan.inference(),
        sensitivity,
        contingency,
        plan.exploratory(),
        plan.compute(),
        plan.govern());
  }
}
