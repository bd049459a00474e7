package org.planlock.plan.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Scope;
import org.planlock.plan.value.Seed;
import org.planlock.plan.value.Spelled;
import org.planlock.plan.value.Words;

/** Resampling and selection: fields I1 to I6. */
public record Validation(
    Declared<Scheme> scheme,
    Declared<String> by,
    Optional<String> grouped,
    @Between(low = 1) Declared<Integer> repeats,
    Declared<Words> strata,
    Declared<Words> foldIds,
    Declared<Seed> seed,
    @AsSet Declared<List<String>> inside,
    @AsSet Declared<List<String>> outside,
    Declared<Loss> loss,
    Declared<Selection> select,
    Declared<Ties> ties,
    Declared<Words> edge,
    Declared<Outer> outer) {

  /** What is averaged over what. */
  public record Loss(@Key("of") LossKind of, Aggregate aggregate) {}

  /** The loss of one prediction. */
  public enum LossKind {
    SQUARED_ERROR,
    BINOMIAL_DEVIANCE,
    MISCLASSIFICATION
  }

  /** Over what losses are averaged. */
  public enum Aggregate implements Spelled {
    ROWS("mean over rows"),
    FOLDS("mean over folds"),
    FOLDS_BY_WEIGHT("weighted mean over folds");

    private final String spelling;

    Aggregate(String spelling) {
      this.spelling = spelling;
    }

    @Override
    public String spelling() {
      return spelling;
    }
  }

  /** A loop around selection, for honest performance. */
  public record Outer(
      Scheme scheme,
      Declared<String> by,
      Declared<Inner> inner,
      Optional<Learning> scale,
      Declared<Learning> lambdaMax) {}

  /** The loop that selects, inside the outer one. */
  public record Inner(Scheme scheme, Declared<String> by) {}

  /** From which rows something is learnt. */
  public record Learning(Scope using) {}
}
