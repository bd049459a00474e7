package org.planlock.plan.check;

import java.util.Optional;
import org.planlock.plan.BoundPlan;
import org.planlock.plan.expression.ValueType;

/** The types of a plan's columns, variables and measures, in words: for editors. */
public final class PlanTypes {
  private PlanTypes() {}

  /** Such as {@code a number in points}; nothing for what has no value, or none that is known. */
  public static Optional<String> of(BoundPlan plan, String name) {
    return new PlanNames(PlanFacts.of(plan))
        .value(name)
        .filter(type -> !(type instanceof ValueType.Unknown))
        .map(ValueType::phrase);
  }
}
