package org.planlock.plan.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.planlock.plan.value.Decimal;
import org.planlock.syntax.ExpressionNode;

/** Seeded trees of every form that can be written. */
public final class RandomExpressions {
  private static final List<String> OPERATORS =
      List.of("or", "and", "<", "<=", ">", ">=", "=", "!=", "+", "-", "*", "/", "^");
  private static final List<String> UNITS =
      List.of("", "", "%", "mm", "points per sd", "beats per min");
  private static final List<String> NAMES =
      List.of("age", "ses-pre", "x.y", "d_(roi)", "_a1", "caps5_total");
  private static final List<String> TEXTS =
      List.of("", "Bochum \"a\"", "back\\slash", "two\nlines\t", "grün 'x' // no comment");

  private final SplittableRandom random;

  /** Trees of one seed. */
  public RandomExpressions(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A tree of at most so many levels. */
  public ExpressionNode tree(int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return leaf();
    }
    return switch (random.nextInt(10)) {
      case 0 -> new ExpressionNode.Unary("not", tree(depth - 1), Reading.NOWHERE);
      case 1 -> new ExpressionNode.Unary("-", tree(depth - 1), Reading.NOWHERE);
      case 2 -> new ExpressionNode.At(tree(depth - 1), pick(NAMES), Reading.NOWHERE);
      case 3 ->
          new ExpressionNode.Range(
              tree(depth - 1),
              random.nextBoolean(),
              tree(depth - 2 < 0 ? 0 : depth - 2),
              tree(depth - 2 < 0 ? 0 : depth - 2),
              Reading.NOWHERE);
      case 4 -> new ExpressionNode.In(tree(depth - 1), trees(1, depth), Reading.NOWHERE);
      case 5 -> new ExpressionNode.AtLeast(random.nextInt(4), trees(1, depth), Reading.NOWHERE);
      case 6 -> new ExpressionNode.Call(pick(NAMES), trees(0, depth), Reading.NOWHERE);
      default -> Reading.binary(pick(OPERATORS), tree(depth - 1), tree(depth - 1));
    };
  }

  private List<ExpressionNode> trees(int fewest, int depth) {
    return IntStream.range(0, fewest + random.nextInt(3))
        .mapToObj(i -> tree(StrictMath.max(0, depth - 3)))
        .toList();
  }

  private ExpressionNode leaf() {
    return switch (random.nextInt(5)) {
      case 0 -> new ExpressionNode.Text(pick(TEXTS), Reading.NOWHERE);
      case 1 -> new ExpressionNode.Term(List.of(pick(NAMES), pick(NAMES)), Reading.NOWHERE);
      case 2, 3 -> new ExpressionNode.Number(number(), pick(UNITS), Reading.NOWHERE);
      default -> Reading.name(pick(NAMES));
    };
  }

  private BigDecimal number() {
    int scale = random.nextInt(60) - 30;
    return new Decimal(BigDecimal.valueOf(random.nextLong(1_000_000_000), scale)).value();
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
