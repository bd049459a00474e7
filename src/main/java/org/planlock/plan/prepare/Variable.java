package org.planlock.plan.prepare;

import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.Declared;

/**
 * A variable made from columns by an expression.
 *
 * @param scaled whether the outcome is scaled before the fit
 */
public record Variable(
    String name, Role role, Expression value, Declared<String> unit, Declared<Boolean> scaled) {
  /** What a variable is for. */
  public enum Role {
    OUTCOME,
    COVARIATE,
    PREDICTOR
  }
}
