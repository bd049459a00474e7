package org.planlock.plan.binding;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.Plan;
import org.planlock.syntax.PlanNode;

/** What a variant or a contingency sets: a key of a part that the plan has, or of a named item. */
final class RandomSettings {
  private static final List<String> PARTS =
      List.of("sample", "estimand", "inference", "compute", "govern", "validate", "penalty");

  private final RandomValues values;

  RandomSettings(RandomValues values) {
    this.values = values;
  }

  /** A list of settings with different paths, for a plan that has these parts; empty if none. */
  Optional<PlanNode> list(PlanNode.Mapping plan) {
    return Optional.empty();
  }
}
