package org.planlock.plan.expression;

import java.util.List;
import java.util.Optional;
import org.planlock.syntax.ExpressionNode;

/**
 * Evaluates expressions over an environment. Total: every expression has a value, which may be
 * missing with a reason; nothing is thrown, and long chains need no deep stack.
 */
public final class Evaluator {
  private final Environment environment;
  private final WhenMissing whenMissing;
  private final Optional<String> session;

  /** Leaves conditions with missing values undecided. */
  public Evaluator(Environment environment) {
    this(environment, WhenMissing.UNDECIDED);
  }

  /** Decides conditions with missing values as a rule declares. */
  public Evaluator(Environment environment, WhenMissing whenMissing) {
    this(environment, whenMissing, Optional.empty());
  }

  private Evaluator(Environment environment, WhenMissing whenMissing, Optional<String> session) {
    this.environment = environment;
    this.whenMissing = whenMissing;
    this.session = session;
  }

  /** At which session names and calls are read, if at one. */
  public Optional<String> session() {
    return session;
  }

  /** The same, with names and calls read at a session. */
  public Evaluator at(String otherSession) {
    return new Evaluator(environment, whenMissing, Optional.of(otherSession));
  }

  /** The value of an expression. */
  public Value value(Expression expression) {
    return value(expression.node());
  }

  /** The value of an expression. */
  public Value value(ExpressionNode node) {
    return BottomUp.walk(node, session, new Steps());
  }

  /**
   * Whether a condition is met: a {@link Value.Truth}, or {@link Value.Missing} where it is
   * undecided and nothing was declared for that.
   */
  public Value decide(Expression condition) {
    return whenMissing.settle(Logic.condition(value(condition.node())));
  }

  private final class Steps implements BottomUp.Visitor<Value> {
    @Override
    public Optional<Value> atOnce(ExpressionNode node, Optional<String> place) {
      if (node instanceof ExpressionNode.Number number) {
        return Optional.of(
            Value.number(number.value().doubleValue(), Unit.parse(number.unit()).isPercent()));
      }
      if (node instanceof ExpressionNode.Text text) {
        return Optional.of(Value.text(text.text()));
      }
      if (node instanceof ExpressionNode.Name name) {
        return Optional.of(named(name.name(), place));
      }
      if (node instanceof ExpressionNode.Term term) {
        return Optional.of(named(String.join(":", term.parents()), place));
      }
      return node instanceof ExpressionNode.Call call && !BuiltIns.contains(call.function())
          ? Optional.of(called(call, place))
          : Optional.empty();
    }

    private Value named(String name, Optional<String> place) {
      return place.map(s -> environment.at(name, s)).orElseGet(() -> environment.name(name));
    }

    private Value called(ExpressionNode.Call call, Optional<String> place) {
      return environment
          .call(call.function(), call.arguments(), new Evaluator(environment, whenMissing, place))
          .orElseGet(() -> Value.missing("there is no `" + call.function() + "` here"));
    }

    @Override
    public Value from(ExpressionNode node, Optional<String> place, List<Value> parts) {
      if (node instanceof ExpressionNode.Binary binary) {
        return binary(binary.operator(), parts.get(0), parts.get(1));
      }
      if (node instanceof ExpressionNode.Unary unary) {
        return unary.operator().equals("not")
            ? Logic.not(parts.get(0))
            : Arithmetic.alike(parts, x -> -x[0]);
      }
      if (node instanceof ExpressionNode.Range range) {
        var inside = Comparisons.inside(parts.get(0), parts.get(1), parts.get(2), whenMissing);
        return range.inside() ? inside : Logic.not(inside);
      }
      if (node instanceof ExpressionNode.In) {
        return Comparisons.in(parts.get(0), parts.subList(1, parts.size()));
      }
      if (node instanceof ExpressionNode.AtLeast atLeast) {
        return Logic.atLeast(atLeast.count(), settled(parts));
      }
      return node instanceof ExpressionNode.Call call ? builtIn(call, parts) : parts.get(0);
    }

    private Value builtIn(ExpressionNode.Call call, List<Value> parts) {
      return BuiltIns.call(
          call.function(), call.function().equals("count") ? settled(parts) : parts);
    }

    private List<Value> settled(List<Value> conditions) {
      return conditions.stream().map(Logic::condition).map(whenMissing::settle).toList();
    }

    private Value binary(String operator, Value left, Value right) {
      return switch (operator) {
        case "and" -> Logic.and(left, right);
        case "or" -> Logic.or(left, right);
        case "+", "-", "*", "/", "^" -> Arithmetic.binary(operator, left, right);
        default -> Comparisons.compare(operator, left, right);
      };
    }
  }
}
