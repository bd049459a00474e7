package org.planlock.syntax.groovy.words;

/** What {@code penalty('elastic_net') { … }} may say. */
public interface PenaltyBlock {
  /** The family of fits; usually said as {@code penalty('elastic_net')}. */
  void family(Value value);

  /** The distribution of the outcome, weights and refitting. */
  void distribution(Value value);

  /** What lambda multiplies. */
  void objective(Value value);

  /** How the minimum is found. */
  void solve(Value value);

  /** The mixing of ridge (0) and lasso (1). */
  void l1Ratio(Value... values);

  /** The strengths that are tried. */
  void lambda(Value... values);

  /** How the largest strength is found. */
  void lambdaMax(Value value);

  /** Which strengths folds use. */
  void lambdaFolds(Value value);

  /** Whether the engine scales columns itself. */
  void standardize(Value value);

  /** Whether there is an intercept. */
  void intercept(Value value);

  /** How strongly each term is penalised. */
  void penaltyFactor(Value value);

  /** When a fit counts as found. */
  void kkt(Value value);

  /** When passes of glmnet end. */
  void passes(Value value);
}
