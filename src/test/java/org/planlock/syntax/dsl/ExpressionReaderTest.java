package org.planlock.syntax.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planlock.diagnostic.Checked;
import org.planlock.diagnostic.Rule;
import org.planlock.source.SourceFile;
import org.planlock.source.Span;
import org.planlock.syntax.ExpressionNode;
import org.planlock.syntax.PlanNode;

class ExpressionReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      a + b - c * d                           | ((a + b) - (c * d))
      -a ^ 2 ^ -b                             | (- (a ^ (2 ^ (- b))))
      a or b and not c                        | (a or (b and (not c)))
      x >= 18 years and x <= 70 years         | ((x >= 18 years) and (x <= 70 years))
      site = bochum                           | (site = bochum)
      site == bochum                          | (site = bochum)
      missing(caps5 at ses-pre)               | missing(caps5@ses-pre)
      coefficient(m, d_x:group) <= -0.5 points per sd | (coefficient(m, d_x:group) <= (- 0.5 points per sd))
      share_missing(imaging) > 30 %           | (share_missing(imaging) > 30 %)
      abs(coefficient) > 1e-8 points per sd   | (abs(coefficient) > 1E-8 points per sd)
      at_least 2 of (cpt outside 0 .. 27.21, hpt inside a .. b) | 2 of [cpt outside 0..27.21, hpt inside a..b]
      sex in (M, F)                           | sex in [M, F]
      residual(measure) at ses-post - d_(roi) | (residual(measure)@ses-post - d_(roi))
      x'(y - mean(y)) / (n * l1_ratio)        | ((transpose(x) * (y - mean(y))) / (n * l1_ratio))
      site = "Bochum \\"a\\""                 | (site = 'Bochum "a"')
      """)
  void readsEveryForm(String text, String shape) {
    assertThat(shape(read(text).orThrow())).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      p < 0,05     | 5 | S115 | write `0.05`
      p < .5       | 4 | S101 | write `0.5`
      p < ½        | 4 | S110 | write `0.5`
      mean(a b)    | 7 | S115 | two names need an operator or a comma between them
      (a + b       | 0 | S102 | add `)` where it ends
      a + b)       | 5 | S101 | delete it, or open the bracket before it
      """)
  void pointsAtTheMistake(String text, int at, String code, String help) {
    var found = read(text).diagnostics().get(0);
    assertThat(found.rule().code()).isEqualTo(code);
    assertThat(found.span().start()).isEqualTo(at);
    assertThat(found.helps()).contains(help);
  }

  @Test
  void refusesNumbersWhoseExponentsWouldNeverEnd() {
    assertThat(read("a > 1e999999999").diagnostics())
        .extracting("rule")
        .containsExactly(Rule.MALFORMED_EXPRESSION);
    assertThat(read("at_least 1e999999999 of (a)").diagnostics()).isNotEmpty();
  }

  @Test
  void keepsLongChainsAndDeepNestsFromOverflowing() {
    assertThat(read("1" + "+1".repeat(900)).isSound()).isTrue();
    assertThat(read("1" + "+1".repeat(100_000)).diagnostics())
        .extracting("rule")
        .containsExactly(Rule.TOO_LARGE);
    assertThat(read("(".repeat(60) + "1" + ")".repeat(60)).isSound()).isTrue();
    assertThat(read("(".repeat(100_000)).diagnostics())
        .extracting("rule")
        .containsExactly(Rule.TOO_DEEP);
    assertThat(read("(".repeat(70) + "1" + ")".repeat(70)).diagnostics())
        .extracting("rule")
        .containsExactly(Rule.TOO_DEEP);
    assertThat(read("-".repeat(900) + "1").isSound()).isTrue();
    assertThat(read("not ".repeat(900) + "a").isSound()).isTrue();
    assertThat(read("2" + "^2".repeat(900)).isSound()).isTrue();
  }

  private static Checked<ExpressionNode> read(String text) {
    return ExpressionReader.read(
        new PlanNode.Scalar(
            text, new Span(SourceFile.of("test", text), 0, text.codePointCount(0, text.length()))));
  }

  private static String shape(ExpressionNode node) {
    if (node instanceof ExpressionNode.Name name) {
      return name.name();
    }
    if (node instanceof ExpressionNode.Term term) {
      return String.join(":", term.parents());
    }
    if (node instanceof ExpressionNode.Number number) {
      return (number.value() + " " + number.unit()).strip();
    }
    if (node instanceof ExpressionNode.Text text) {
      return "'" + text.text() + "'";
    }
    if (node instanceof ExpressionNode.Call call) {
      return call.function()
          + call.arguments().stream()
              .map(ExpressionReaderTest::shape)
              .collect(Collectors.joining(", ", "(", ")"));
    }
    if (node instanceof ExpressionNode.At at) {
      return shape(at.value()) + "@" + at.session();
    }
    if (node instanceof ExpressionNode.Unary unary) {
      return "(" + unary.operator() + " " + shape(unary.operand()) + ")";
    }
    if (node instanceof ExpressionNode.Binary binary) {
      return "("
          + shape(binary.left())
          + " "
          + binary.operator()
          + " "
          + shape(binary.right())
          + ")";
    }
    if (node instanceof ExpressionNode.Range range) {
      return shape(range.value())
          + (range.inside() ? " inside " : " outside ")
          + shape(range.low())
          + ".."
          + shape(range.high());
    }
    if (node instanceof ExpressionNode.In in) {
      return shape(in.value())
          + " in "
          + in.options().stream().map(ExpressionReaderTest::shape).toList();
    }
    var atLeast = (ExpressionNode.AtLeast) node;
    return atLeast.count()
        + " of "
        + atLeast.conditions().stream().map(ExpressionReaderTest::shape).toList();
  }
}
