package org.planlock.plan.expression;

import java.util.List;
import java.util.Optional;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.expression.FunctionSpec.Context;
import org.planlock.syntax.ExpressionNode;

/**
 * Finds what is wrong with an expression before anything is evaluated: names, sessions, levels,
 * kinds, units.
 */
public final class ExpressionTypes {
  private final Context context;
  private final Names names;

  /** Checks expressions of a context, whose names are these. */
  public ExpressionTypes(Context context, Names names) {
    this.context = context;
    this.names = names;
  }

  /** The kind of value of any expression. */
  public Checked<ValueType> value(Expression expression) {
    return check(expression, Optional.empty());
  }

  /** The kind of an expression that must be a condition. */
  public Checked<ValueType> condition(Expression expression) {
    return check(expression, Optional.of(true));
  }

  /** The kind of an expression that must be something other than a condition. */
  public Checked<ValueType> quantity(Expression expression) {
    return check(expression, Optional.of(false));
  }

  private Checked<ValueType> check(Expression expression, Optional<Boolean> mustBeTruth) {
    var findings = new TypeFindings();
    var nameTypes = new NameTypes(names, findings);
    var operators = new OperatorTypes(nameTypes, findings);
    var calls = new CallTypes(context, names, nameTypes, operators, findings);
    var node = expression.node();
    var made = BottomUp.walk(node, Optional.empty(), new Steps(nameTypes, operators, calls));
    var type = nameTypes.value(node, made);
    if (mustBeTruth.equals(Optional.of(true))) {
      operators.condition(node, type, "this place");
    } else if (mustBeTruth.isPresent() && type instanceof ValueType.Truth) {
      findings.wrongKind(
          node,
          "this place needs a value, and " + TypeFindings.shown(node) + " is a condition",
          "`if(condition, 1, 0)` makes a number of it");
    }
    return Checked.of(type, findings.inOrder());
  }

  private record Steps(NameTypes names, OperatorTypes operators, CallTypes calls)
      implements BottomUp.Visitor<ValueType> {
    @Override
    public Optional<ValueType> atOnce(ExpressionNode node, Optional<String> session) {
      if (node instanceof ExpressionNode.Number number) {
        var unit = Unit.parse(number.unit());
        return Optional.of(new ValueType.Number(Optional.of(unit), unit.isNone(), false));
      }
      if (node instanceof ExpressionNode.Text) {
        return Optional.of(ValueType.text());
      }
      if (node instanceof ExpressionNode.Name name) {
        return Optional.of(names.named(node, name.name(), session));
      }
      if (node instanceof ExpressionNode.Term term) {
        return Optional.of(names.named(node, String.join(":", term.parents()), session));
      }
      if (node instanceof ExpressionNode.At at) {
        names.session(at, session);
      }
      return node instanceof ExpressionNode.Call call ? calls.atOnce(call) : Optional.empty();
    }

    @Override
    public ValueType from(ExpressionNode node, Optional<String> session, List<ValueType> parts) {
      if (node instanceof ExpressionNode.Binary binary) {
        return operators.binary(binary, parts.get(0), parts.get(1));
      }
      if (node instanceof ExpressionNode.Unary unary) {
        return unary(unary, parts.get(0));
      }
      if (node instanceof ExpressionNode.Range range) {
        operators.range(range, parts);
        return ValueType.truth();
      }
      if (node instanceof ExpressionNode.In in) {
        contained(in, parts);
        return ValueType.truth();
      }
      if (node instanceof ExpressionNode.AtLeast atLeast) {
        return atLeast(atLeast, parts);
      }
      return node instanceof ExpressionNode.Call call
          ? calls.from(call, parts)
          : names.value(((ExpressionNode.At) node).value(), parts.get(0));
    }

    private ValueType unary(ExpressionNode.Unary unary, ValueType operand) {
      if (unary.operator().equals("not")) {
        operators.condition(unary.operand(), operand, "`not`");
        return ValueType.truth();
      }
      return operators
          .number(unary.operand(), operand, "`-`")
          .<ValueType>map(number -> number)
          .orElseGet(ValueType::unknown);
    }

    private void contained(ExpressionNode.In in, List<ValueType> parts) {
      var value = names.value(in.value(), parts.get(0));
      for (int i = 0; i < in.options().size(); i++) {
        operators.same(in, in.value(), value, in.options().get(i), parts.get(i + 1));
      }
    }

    private ValueType atLeast(ExpressionNode.AtLeast atLeast, List<ValueType> parts) {
      for (int i = 0; i < parts.size(); i++) {
        operators.condition(atLeast.conditions().get(i), parts.get(i), "`at_least`");
      }
      return ValueType.truth();
    }
  }
}
