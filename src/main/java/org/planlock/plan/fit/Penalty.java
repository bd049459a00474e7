package org.planlock.plan.fit;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Between;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Key;
import org.planlock.plan.value.Technical;

/**
 * What is minimised over which grid: fields H1 to H6.
 *
 * @param kkt when {@code solve exact} is done, and what happens to a fit of either solve that is
 *     not
 * @param passes when {@code solve glmnet} is done; written out wherever it is registered
 */
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
    @Technical("{}") Convergence kkt,
    Optional<Passes> passes) {

  /** The family of fits. */
  public enum Family {
    ELASTIC_NET,
    NONE
  }

  /**
   * The distribution of the outcome, the weights of rows, and what happens after selection.
   *
   * @param classOne the level of a binomial outcome that counts as 1; an outcome of 0 and 1 needs
   *     none
   */
  public record Distribution(
      @Technical("gaussian") Outcome family,
      Declared<String> classOne,
      Declared<RowWeights> weights,
      Declared<Refit> refit) {}

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

  /** The distribution of the outcome; gaussian where nothing is said. */
  public Outcome outcome() {
    return distribution.stated().map(Distribution::family).orElse(Outcome.GAUSSIAN);
  }

  /** The values of gamma of a relaxed fit; none where nothing is fitted again. */
  public List<Decimal> gammas() {
    return distribution
        .stated()
        .flatMap(stated -> stated.refit().stated())
        .map(Refit::gammas)
        .orElse(List.of());
  }

  /** Whether each fold is fitted at a sequence of its own; a list is one sequence for all. */
  public boolean hasOwnSequences() {
    return lambda.stated().filter(LambdaRule.Spaced.class::isInstance).isPresent()
        && lambdaFolds.stated().filter(f -> f.values() == LambdaFolds.Values.OWN).isPresent();
  }
}
