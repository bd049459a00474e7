package org.planlock.plan.value;

import org.jspecify.annotations.Nullable;
import org.planlock.syntax.PlanNode;

/**
 * Part of a plan kept as it was written, for a path that gives it its meaning; two are equal when
 * they say the same.
 */
public record TreeValue(PlanNode node) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TreeValue value && node.sameAs(value.node);
  }

  @Override
  public int hashCode() {
    return node.getClass().hashCode();
  }
}
