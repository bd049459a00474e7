package org.planlock.plan.expression;

import java.util.List;
import java.util.Optional;
import org.planlock.syntax.ExpressionNode;

/**
 * What the names and the functions of the domain mean where an expression is evaluated: a row of a
 * table, or the results of an execution.
 */
public interface Environment {
  /**
   * The value of a name; an interaction is {@code a:b}. A word that names nothing is text, since
   * levels are written without quotes; a misspelt name is found before, by {@link ExpressionTypes}.
   */
  Value name(String name);

  /** The value of a name at a session; missing where that session has none. */
  Value at(String name, String session);

  /**
   * The result of a function of the domain, or nothing if there is no such function here.
   *
   * @param self evaluates arguments that are values; {@link Evaluator#session()} says at which
   *     session the call stands, as in {@code residual(m) at ses-post}
   */
  Optional<Value> call(String function, List<ExpressionNode> arguments, Evaluator self);
}
