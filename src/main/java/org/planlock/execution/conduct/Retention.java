package org.planlock.execution.conduct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.execution.result.ModelResult;
import org.planlock.plan.expression.Environment;
import org.planlock.plan.expression.Evaluator;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.expression.Value;
import org.planlock.syntax.ExpressionNode;

/** Finds the terms that a plan's rule counts as retained. */
final class Retention {
  private final Expression rule;

  Retention(Expression rule) {
    this.rule = rule;
  }

  ModelResult applied(ModelResult model) {
    var terms = new ArrayList<String>();
    model
        .coefficients()
        .byTerm()
        .forEach(
            (term, coefficient) -> {
              var decided = new Evaluator(new OneCoefficient(coefficient)).decide(rule);
              if (decided.equals(Value.truth(true))) {
                terms.add(term);
              }
            });
    return model.retaining(terms);
  }

  /** The only name that a rule about one coefficient has. */
  private record OneCoefficient(double coefficient) implements Environment {
    @Override
    public Value name(String name) {
      return name.equals("coefficient") ? Value.number(coefficient) : Value.text(name);
    }

    @Override
    public Value at(String name, String session) {
      return Value.missing("results have no sessions");
    }

    @Override
    public Optional<Value> call(String function, List<ExpressionNode> arguments, Evaluator self) {
      return Optional.empty();
    }
  }
}
