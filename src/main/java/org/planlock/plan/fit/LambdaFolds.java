package org.planlock.plan.fit;

import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Words;

/** Whether folds use one sequence or their own. */
public record LambdaFolds(Values values, Declared<Words> interpolation, Declared<Words> earlyStop) {
  /** Whose strengths a fold is fitted at. */
  public enum Values {
    SAME_VALUES,
    OWN
  }
}
