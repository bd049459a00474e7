package org.planlock.plan.binding;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.planlock.plan.value.Decimal;

/** Numbers at random that a plan keeps digit by digit, in more than one spelling. */
final class RandomNumbers {
  private static final List<String> MARKED =
      List.of("0", "1", "-0.0", "1.0", "1e-9", "1E-7", "1e300", "9007199254740991", "0.1", "-2.50");

  private final SplittableRandom random;

  RandomNumbers(SplittableRandom random) {
    this.random = random;
  }

  /** Any number. */
  String any() {
    return random.nextInt(3) == 0
        ? MARKED.get(random.nextInt(MARKED.size()))
        : (random.nextInt(4) == 0 ? "-" : "") + positive();
  }

  /** A number above 0. */
  String positive() {
    var number = BigDecimal.valueOf(1 + random.nextLong(100_000), random.nextInt(9));
    return random.nextBoolean() ? number.toPlainString() : new Decimal(number).text();
  }

  /** A number within limits. */
  String within(Limits limits) {
    var between = limits.between();
    if (between == null) {
      return any();
    }
    double high = between.high() == Double.MAX_VALUE ? 1e6 : between.high();
    var low = BigDecimal.valueOf(between.low());
    var width = BigDecimal.valueOf(high).subtract(low);
    var share = BigDecimal.valueOf(1 + random.nextInt(9999), 4);
    var candidate = new Decimal(low.add(width.multiply(share)));
    return candidate.isExact() ? candidate.text() : new Decimal(BigDecimal.valueOf(high)).text();
  }

  /** A whole number within limits. */
  String whole(Limits limits) {
    var between = limits.between();
    long low = between == null ? 0 : (long) StrictMath.ceil(between.low());
    long high =
        between == null ? 1000 : (long) StrictMath.min(between.high(), between.low() + 1_000_000);
    return String.valueOf(low + random.nextLong(high - low + 1));
  }
}
