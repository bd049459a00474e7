package org.planlock.plan.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.plan.expression.UnitRules.Operand;
import org.planlock.syntax.ExpressionNode;

/** What operators need, and what kind of value comes out. */
final class OperatorTypes {
  private static final Set<String> ORDERED = Set.of("<", "<=", ">", ">=");
  private static final Set<String> COMPARING = Set.of("<", "<=", ">", ">=", "=", "!=");

  private final NameTypes names;
  private final LevelRules levels;
  private final UnitRules units;
  private final TypeFindings findings;

  OperatorTypes(NameTypes names, TypeFindings findings) {
    this.names = names;
    this.levels = new LevelRules(names, findings);
    this.units = new UnitRules(findings);
    this.findings = findings;
  }

  ValueType binary(ExpressionNode.Binary binary, ValueType left, ValueType right) {
    if (binary.operator().equals("and") || binary.operator().equals("or")) {
      condition(binary.left(), left, "`" + binary.operator() + "`");
      condition(binary.right(), right, "`" + binary.operator() + "`");
      return ValueType.truth();
    }
    if (COMPARING.contains(binary.operator())) {
      compare(binary, left, right);
      return ValueType.truth();
    }
    var a = number(binary.left(), left, "`" + binary.operator() + "`");
    var b = number(binary.right(), right, "`" + binary.operator() + "`");
    return a.isEmpty() || b.isEmpty()
        ? ValueType.unknown()
        : arithmetic(
            binary, new Operand(binary.left(), a.get()), new Operand(binary.right(), b.get()));
  }

  private ValueType arithmetic(ExpressionNode.Binary binary, Operand left, Operand right) {
    boolean bare = left.type().bare() && right.type().bare();
    if (binary.operator().equals("+") || binary.operator().equals("-")) {
      return together(binary, List.of(left, right));
    }
    if (binary.operator().equals("^")) {
      return new ValueType.Number(power(left, right), bare, false);
    }
    boolean product = binary.operator().equals("*");
    var unit =
        left.type()
            .unit()
            .flatMap(a -> right.type().unit().map(b -> product ? a.times(b) : a.over(b)));
    return new ValueType.Number(unit, bare, false);
  }

  /** Whole powers of a unit have one; other powers are transformations without a unit. */
  private static Optional<Unit> power(Operand base, Operand exponent) {
    boolean whole =
        exponent.node() instanceof ExpressionNode.Number number
            && ExpressionText.of(number).matches("[1-9]");
    return base.type()
        .unit()
        .map(u -> whole ? u.raised(ExpressionText.of(exponent.node()).charAt(0) - '0') : Unit.NONE);
  }

  /** Numbers of one unit that give a number of that unit; percent among shares is a share. */
  ValueType together(ExpressionNode whole, List<Operand> operands) {
    var first = operands.get(0);
    for (var other : operands.subList(1, operands.size())) {
      units.agree(whole, first, other);
      first = strongest(first, other);
    }
    boolean score = operands.stream().anyMatch(o -> o.type().score());
    boolean bare = operands.stream().allMatch(o -> o.type().bare());
    return new ValueType.Number(first.type().unit(), bare, score);
  }

  private static Operand strongest(Operand left, Operand right) {
    boolean mixed = left.isPercent() != right.isPercent();
    if (mixed && left.type().unit().isPresent() && right.type().unit().isPresent()) {
      return left.isPercent() ? right : left;
    }
    return left.type().isPlain() ? right : left;
  }

  private void compare(ExpressionNode.Binary binary, ValueType left, ValueType right) {
    var chain = chained(binary.left(), left).or(() -> chained(binary.right(), right));
    boolean truths = left instanceof ValueType.Truth && right instanceof ValueType.Truth;
    boolean ordered = ORDERED.contains(binary.operator());
    if (chain.isPresent() && (ordered || !truths)) {
      findings.add(chain.get());
    } else if (ordered) {
      var a = number(binary.left(), left, "`" + binary.operator() + "`");
      var b = number(binary.right(), right, "`" + binary.operator() + "`");
      if (a.isPresent() && b.isPresent()) {
        units.agree(
            binary, new Operand(binary.left(), a.get()), new Operand(binary.right(), b.get()));
      }
    } else {
      same(binary, binary.left(), left, binary.right(), right);
    }
  }

  private static Optional<Diagnostic> chained(ExpressionNode side, ValueType type) {
    return type instanceof ValueType.Truth
            && side instanceof ExpressionNode.Binary inner
            && COMPARING.contains(inner.operator())
        ? Optional.of(
            Diagnostic.at(
                    side.span(),
                    Rule.COMPARISON_CHAIN,
                    "a comparison is compared: " + TypeFindings.shown(side) + " is no number")
                .help("write `a < b and b < c`, or `b inside a .. c` with both ends inside"))
        : Optional.empty();
  }

  /** Whether two values can be equal at all. */
  void same(
      ExpressionNode whole,
      ExpressionNode leftNode,
      ValueType left,
      ExpressionNode rightNode,
      ValueType right) {
    if (left instanceof ValueType.Number a && right instanceof ValueType.Number b) {
      units.agree(whole, new Operand(leftNode, a), new Operand(rightNode, b));
    } else {
      levels.same(leftNode, left, rightNode, right);
    }
  }

  void range(ExpressionNode.Range range, List<ValueType> parts) {
    var word = range.inside() ? "`inside`" : "`outside`";
    var value = number(range.value(), parts.get(0), word);
    var low = number(range.low(), parts.get(1), word);
    var high = number(range.high(), parts.get(2), word);
    if (value.isEmpty() || low.isEmpty() || high.isEmpty()) {
      return;
    }
    var operand = new Operand(range.value(), value.get());
    units.agree(range, operand, new Operand(range.high(), high.get()));
    boolean shared =
        low.get().bare()
            && high.get().hasUnit()
            && !high.get().unit().equals(Optional.of(Unit.PERCENT));
    if (!shared) {
      units.agree(range, operand, new Operand(range.low(), low.get()));
    }
  }

  /** Reports what is no condition. */
  void condition(ExpressionNode node, ValueType type, String who) {
    var value = names.value(node, type);
    if (!(value instanceof ValueType.Truth) && !(value instanceof ValueType.Unknown)) {
      findings.wrongKind(
          node,
          who + " needs a condition, and " + TypeFindings.shown(node) + " is " + value.phrase(),
          "compare it with something, as in `age >= 18 years`");
    }
  }

  /** The type of what must be a number; reports what is none. */
  Optional<ValueType.Number> number(ExpressionNode node, ValueType type, String who) {
    var value = names.value(node, type);
    if (value instanceof ValueType.Number number) {
      return Optional.of(number);
    }
    if (!(value instanceof ValueType.Unknown)) {
      findings.wrongKind(
          node,
          who + " needs a number, and " + TypeFindings.shown(node) + " is " + value.phrase(),
          value instanceof ValueType.Truth
              ? "`count(…)` makes a number of conditions"
              : "compare levels with `=`, or give them numbers with `if(…)`");
    }
    return Optional.empty();
  }
}
