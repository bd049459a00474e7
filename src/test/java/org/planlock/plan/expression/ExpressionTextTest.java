package org.planlock.plan.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planlock.syntax.ExpressionNode;

class ExpressionTextTest {
  static IntStream blocks() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void readsBackAsTheSameTree(int block) {
    for (int i = 0; i < 100; i++) {
      var tree = new RandomExpressions(100L * block + i).tree(6);
      var written = Expression.of(tree);
      var read = Reading.expression(written.text());
      assertThat(read).as(written.text()).isEqualTo(written);
      assertThat(Reading.placeless(read.node())).as(written.text()).isEqualTo(tree);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      ((a + b)) - (c)      | a + b - c
      a - (b - c)          | a - (b - c)
      (a ^ b) ^ c          | (a ^ b) ^ c
      a ^ (b ^ c)          | a ^ b ^ c
      -(a ^ 2)             | -a ^ 2
      (-a) ^ 2             | (-a) ^ 2
      (x at s) at t        | (x at s) at t
      not (a and b)        | not (a and b)
      (not a) and b        | not a and b
      x == 1.50            | x = 1.5
      f( )                 | f()
      (a < b) = c          | (a < b) = c
      "a \\"b\\" \\n \\\\" | "a \\"b\\" \\n \\\\"
      0.000000001 mm       | 1e-9 mm
      """)
  void hasOneSpelling(String text, String canonical) {
    assertThat(Reading.expression(text).text()).isEqualTo(canonical);
    assertThat(Reading.expression(canonical).text()).isEqualTo(canonical);
  }

  @Test
  void writesChainsOfAHundredThousandFromEitherSide() {
    ExpressionNode left = Reading.name("a");
    ExpressionNode right = Reading.name("a");
    for (int i = 1; i < 100_000; i++) {
      left = Reading.binary("-", left, Reading.name("a"));
      right = Reading.binary("-", Reading.name("a"), right);
    }
    assertThat(Expression.of(left).text()).hasSize(400_000 - 3);
    assertThat(Expression.of(right).text()).hasSize(400_000 - 3 + 2 * (100_000 - 2));
  }
}
