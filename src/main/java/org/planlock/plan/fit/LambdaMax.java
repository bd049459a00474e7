package org.planlock.plan.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Scope;
import org.planlock.plan.value.Spelled;

/**
 * How the largest strength is computed.
 *
 * @param using the rows on which it is computed
 * @param prepared the rows from which the steps learn before it is computed; where not said, the
 *     same rows
 * @param per what has a value of its own
 */
public record LambdaMax(
    Formula formula, Scope using, Optional<Scope> prepared, @AsSet List<String> per) {
  /** A named formula for the largest strength. */
  public enum Formula implements Spelled {
    PLAIN("max_abs(x'(y - mean(y))) / (n * l1_ratio)"),
    FLOORED("max_abs(x'(y - mean(y))) / (n * max(l1_ratio, 0.001))"),
    GLMNET("glmnet");

    private final String spelling;

    Formula(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }
}
