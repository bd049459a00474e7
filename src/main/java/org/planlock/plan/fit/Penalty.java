package org.planlock.plan.fit;

import java.util.List;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.Words;

/** What is minimised over which grid: fields H1 to H6. */
public record Penalty(
    Family family,
    Declared<Distribution> distribution,
    Declared<Objective> objective,
    @Technical("exact") Solve solve,
    @Key("l1_ratio") @GridPhrase @Between(low = 0, high = 1) Declared<List<Decimal>> l1Ratio,
    Declared<LambdaRule> lambda,
    Declared<LambdaMax> lambdaMax,
    Declared<LambdaFolds> lambdaFolds,
    Declared<Boolean> standardize,
    Declared<Intercept> intercept,
    Declared<PenaltyFactors> penaltyFactor,
    @Technical("{}") Convergence kkt) {

  /** The family of fits. */
  public enum Family {
    ELASTIC_NET,
    NONE
  }

  /** The distribution of the outcome, the weights of rows, and what happens after selection. */
  public record Distribution(
      @Technical("gaussian") Outcome family, Declared<RowWeights> weights, Declared<Words> refit) {}

  /** A distribution. */
  public enum Outcome {
    GAUSSIAN,
    BINOMIAL
  }

  /**
   * What lambda multiplies: {@code glmnet} divides the ridge part by the outcome's 1/n standard
   * deviation in the rows being fitted, {@code textbook} does not.
   */
  public enum Objective {
    GLMNET,
    TEXTBOOK
  }

  /** The optimum certified by its KKT residual, or glmnet's iterates. */
  public enum Solve {
    EXACT,
    GLMNET
  }

  /** Whether a constant is fitted beside the terms. */
  public enum Intercept {
    FREE,
    NONE
  }
}
