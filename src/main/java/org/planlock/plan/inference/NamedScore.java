package org.planlock.plan.inference;

import java.util.Optional;
import org.planlock.plan.value.Declared;

/** A further score under a name of the plan's own. */
public record NamedScore(
    String name,
    Score.Formula formula,
    Declared<Score.Around> sst,
    Optional<Score.OnConstant> constant) {
  /** Its definition. */
  public Score score() {
    return new Score(formula, sst, constant);
  }
}
