package org.planlock.plan.expression;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.planlock.diagnostic.Diagnostic;
import org.planlock.diagnostic.Rule;
import org.planlock.syntax.ExpressionNode;

/**
 * Whether numbers may be compared, added or subtracted: in one unit only. Nothing is converted but
 * percent to shares; bare digits beside a unit are warned of, except zero and thresholds of scores.
 */
final class UnitRules {
  private record Scale(String dimension, BigDecimal size) {}

  private static final Map<String, Scale> KNOWN =
      Map.ofEntries(
          scale("ms", "time", "0.001"),
          scale("s", "time", "1"),
          scale("min", "time", "60"),
          scale("h", "time", "3600"),
          scale("um", "length", "0.000001"),
          scale("mm", "length", "0.001"),
          scale("cm", "length", "0.01"),
          scale("m", "length", "1"));

  private final TypeFindings findings;

  UnitRules(TypeFindings findings) {
    this.findings = findings;
  }

  private static Map.Entry<String, Scale> scale(String unit, String dimension, String size) {
    return Map.entry(unit, new Scale(dimension, new BigDecimal(size)));
  }

  /** A number and where it stands. */
  record Operand(ExpressionNode node, ValueType.Number type) {
    boolean isPercent() {
      return type.unit().map(Unit::isPercent).orElse(false);
    }

    Unit unit() {
      return type.unit().orElse(Unit.NONE);
    }

    private boolean isZero() {
      return number().map(n -> n.value().signum() == 0).orElse(false);
    }

    private Optional<ExpressionNode.Number> number() {
      var inside =
          node instanceof ExpressionNode.Unary unary && unary.operator().equals("-")
              ? unary.operand()
              : node;
      return inside instanceof ExpressionNode.Number number
          ? Optional.of(number)
          : Optional.empty();
    }
  }

  /** Reports two numbers that are in different units. */
  void agree(ExpressionNode whole, Operand left, Operand right) {
    boolean open = left.type().unit().isEmpty() || right.type().unit().isEmpty();
    if (open || left.unit().equals(right.unit())) {
      return;
    }
    if (left.type().isPlain()) {
      plain(whole, left, right);
    } else if (right.type().isPlain()) {
      plain(whole, right, left);
    } else {
      mismatch(whole, left, right);
    }
  }

  private void plain(ExpressionNode whole, Operand plain, Operand withUnit) {
    if (!plain.type().bare()) {
      if (!withUnit.isPercent()) {
        mismatch(whole, plain, withUnit);
      }
    } else if (!plain.isZero() && !withUnit.type().score()) {
      findings.add(bare(plain, withUnit));
    }
  }

  private static Diagnostic bare(Operand plain, Operand withUnit) {
    var digits = TypeFindings.shown(plain.node());
    var finding =
        Diagnostic.at(
            plain.node().span(),
            Rule.UNIT_MISSING,
            digits
                + " has no unit, and "
                + TypeFindings.shown(withUnit.node())
                + " is in `"
                + withUnit.unit().text()
                + "`");
    var written = digits.substring(0, digits.length() - 1) + " " + withUnit.unit().text() + "`";
    return withUnit.isPercent()
        ? finding
            .note("a plain number beside a percent is a share: 0.3 is 30 %, and 30 is 3000 %")
            .help("write " + written + ", or the share as a percent")
        : finding
            .note("a reader cannot tell a forgotten unit from a wrong one")
            .help("write " + written);
  }

  private void mismatch(ExpressionNode whole, Operand left, Operand right) {
    var finding =
        Diagnostic.at(whole.span(), Rule.UNIT_MISMATCH, inUnit(left) + ", and " + inUnit(right));
    findings.add(
        finding
            .note("numbers are compared, added and subtracted in one unit; none is converted")
            .help(
                repair(left, right)
                    .or(() -> repair(right, left))
                    .orElse("bring both to one unit, or correct the unit that is declared")));
  }

  private static String inUnit(Operand operand) {
    return TypeFindings.shown(operand.node())
        + (operand.type().isPlain() ? " has no unit" : " is in `" + operand.unit().text() + "`");
  }

  /** The literal written in the other's unit, where the factor between the two is known. */
  private static Optional<String> repair(Operand literal, Operand other) {
    var from = Optional.ofNullable(KNOWN.get(literal.unit().text()));
    var to = Optional.ofNullable(KNOWN.get(other.unit().text()));
    if (literal.number().isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().dimension().equals(to.get().dimension())) {
      return Optional.empty();
    }
    var meant = literal.number().get().value().multiply(from.get().size());
    return inWholeDigits(meant, to.get().size())
        .map(digits -> "write `" + digits + " " + other.unit().text() + "`");
  }

  private static Optional<String> inWholeDigits(BigDecimal amount, BigDecimal size) {
    try {
      return Optional.of(amount.divide(size).stripTrailingZeros().toPlainString());
    } catch (ArithmeticException endless) {
      return Optional.empty();
    }
  }
}
