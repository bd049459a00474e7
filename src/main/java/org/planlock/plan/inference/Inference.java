package org.planlock.plan.inference;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.expression.Expression;
import org.planlock.plan.value.AsSet;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.Words;

/** Nulls, multiplicity and the definitions of what is reported: fields I7, I8, J3, J4, J7. */
public record Inference(
    Declared<List<PermutationNull>> nulls,
    Declared<Residuals> residuals,
    Declared<Words> p,
    Declared<Multiplicity> multiplicity,
    @Key("r2_in_sample") Declared<Score> r2InSample,
    @Key("cv_r2") Declared<Score> cvR2,
    @Key("nested_r2") Declared<Score> nestedR2,
    List<NamedScore> scores,
    Declared<Coefficients> coefficients,
    Declared<List<Words>> report) {

  /** What is permuted to make a null. */
  public record PermutationNull(
      String hypothesis,
      Words permute,
      Optional<String> within,
      @Between(low = 1) int times,
      Expression statistic,
      Tail tail,
      @Technical("false") boolean approximate) {}

  /** Which side counts as extreme. */
  public enum Tail {
    UPPER,
    LOWER,
    TWO_SIDED
  }

  /** How residuals are formed and put back for a permutation. */
  public record Residuals(Words value, Words rebuilt) {}

  /** The family over which error is controlled. */
  public record Multiplicity(
      Method method,
      @AsSet List<String> over,
      @Between(low = 0, high = 1, above = true, below = true) Decimal at) {}

  /** A correction for several tests. */
  public enum Method {
    HOLM,
    BONFERRONI,
    BENJAMINI_HOCHBERG,
    NONE
  }

  /** Which fit coefficients come from, and in which units they are. */
  public record Coefficients(Words from, Declared<Words> scale) {}
}
