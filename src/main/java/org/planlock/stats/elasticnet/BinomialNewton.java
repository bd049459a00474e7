package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * The optimum of a penalised logistic fit by proximal Newton steps: the loss is replaced by its
 * second-order expansion, the penalised quadratic problem is solved to its optimum, and the step
 * towards it is halved until the objective falls. Source: Lee, Sun, Saunders 2014, SIAM J Optim
 * 24:1420.
 *
 * <p>Where classes separate and no penalty holds the coefficients, there is no optimum: the
 * gradient vanishes while the steps do not, which is how such a fit is told from a converged one.
 */
final class BinomialNewton implements BinomialPoint {
  /** Quadratic convergence makes this much more accuracy cost one more step. */
  private static final double POLISH = 1e-3;

  /** No violation below this is worth a step: rounding makes as much. */
  private static final double ROUNDING = 1e-13;

  /** The last step to an optimum moves no logit by more. */
  private static final double LAST_MOVE = 1e-5;

  private static final int MOST_STEPS = 200;

  /** Steps that a vanished gradient gets to bring the logits to rest. */
  private static final int RESTING_STEPS = 8;

  private static final int MOST_HALVINGS = 40;

  /** Share of the predicted decrease that a step must bring. Source: Armijo's rule. */
  private static final double SUFFICIENT = 1e-4;

  /** So many shortened steps in a row are no progress but the rounding of the objective. */
  private static final int STALLED = 8;

  private final BinomialSample sample;
  private final double l1Ratio;
  private final Stopping stopping;
  private final LogitPenalty penalty;
  private final Logits logits;
  private final boolean[] working;
  private final double target;
  private double[] coefficients;
  private double[] descents;
  private double constant;
  private double move;
  private double violation;
  private int systems;
  private int shortened;

  BinomialNewton(BinomialSample sample, double l1Ratio, Stopping stopping) {
    this.sample = sample;
    this.l1Ratio = l1Ratio;
    this.stopping = stopping;
    penalty = new LogitPenalty(sample, l1Ratio);
    logits = new Logits(sample);
    working = new boolean[sample.count()];
    coefficients = new double[sample.count()];
    target = Math.max(POLISH * stopping.tolerance(), ROUNDING);
    double share = sample.share();
    constant = sample.intercept ? StrictMath.log(share / (1 - share)) : 0;
    logits.moveTo(constant, coefficients);
    descents = logits.descents();
  }

  @Override
  public void advance(double lambda, double previous) {
    penalty.strength(lambda);
    systems = 0;
    shortened = 0;
    move = 0;
    expect(l1Ratio * (2 * lambda - previous));
    violation = penalty.violation(logits, coefficients, descents);
    int resting = 0;
    for (int step = 0; step < MOST_STEPS && systems < stopping.maxSystems(); step++) {
      double before = violation;
      if (!step()) {
        return;
      }
      descents = logits.descents();
      violation = penalty.violation(logits, coefficients, descents);
      boolean still = move <= LAST_MOVE;
      boolean precise =
          violation <= target || (violation <= stopping.tolerance() && violation > before / 2);
      if (precise && (still || ++resting > RESTING_STEPS)) {
        return;
      }
    }
  }

  /** Lets in the columns that are likely to enter at this strength. */
  private void expect(double reach) {
    for (int j = 0; j < working.length; j++) {
      working[j] = coefficients[j] != 0 || Math.abs(descents[j]) > reach * sample.factor(j);
    }
  }

  /** One Newton step; false if no step along its direction makes the objective smaller. */
  private boolean step() {
    for (int j = 0; j < working.length; j++) {
      working[j] |= penalty.imbalance(j, coefficients[j], descents[j]) > 0;
    }
    var local = new LocalProblem(sample, penalty, logits, working);
    var wanted = coefficients.clone();
    systems +=
        local.solve(
            wanted,
            Math.max(ROUNDING / 10, 1e-3 * Math.min(violation, target * 1e3)),
            stopping.maxSystems() - systems);
    return towards(constant + local.constantStep(), wanted);
  }

  private boolean towards(double wantedConstant, double[] wanted) {
    double oldConstant = constant;
    var old = coefficients;
    var oldLogits = logits.values.clone();
    double loss = logits.loss();
    double cost = penalty.of(old);
    double predicted = penalty.of(wanted) - cost;
    var wantedLogits = new double[oldLogits.length];
    logits.predict(wantedConstant, wanted, wantedLogits);
    for (int i = 0; i < oldLogits.length; i++) {
      predicted -= logits.residual[i] * (wantedLogits[i] - oldLogits[i]);
    }
    double slack = 1e-15 * (loss + cost);
    double length = 1;
    for (int halving = 0; halving <= MOST_HALVINGS; halving++) {
      constant = oldConstant + length * (wantedConstant - oldConstant);
      coefficients = between(old, wanted, length);
      logits.moveTo(constant, coefficients);
      double now = logits.loss() + penalty.of(coefficients);
      if (now <= loss + cost + SUFFICIENT * length * Math.min(predicted, 0) + slack || nearer()) {
        shortened = length < 1 ? shortened + 1 : 0;
        move = largestDifference(oldLogits) / length;
        return true;
      }
      length /= 2;
    }
    constant = oldConstant;
    coefficients = old;
    logits.moveTo(constant, coefficients);
    return false;
  }

  /** Where the objective cannot judge steps any more: whether the optimality conditions do. */
  private boolean nearer() {
    return shortened >= STALLED
        && penalty.violation(logits, coefficients, logits.descents()) < violation;
  }

  private static double[] between(double[] from, double[] to, double share) {
    if (share == 1) {
      return to;
    }
    var mixed = new double[from.length];
    for (int j = 0; j < mixed.length; j++) {
      mixed[j] = from[j] + share * (to[j] - from[j]);
    }
    return mixed;
  }

  private double largestDifference(double[] before) {
    double largest = 0;
    for (int i = 0; i < before.length; i++) {
      largest = Math.max(largest, Math.abs(logits.values[i] - before[i]));
    }
    return largest;
  }

  @Override
  public double constant() {
    return constant;
  }

  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  @Override
  public int iterations() {
    return systems;
  }

  @Override
  public boolean converged() {
    return violation <= stopping.tolerance() && move <= LAST_MOVE;
  }

  @Override
  public double[] gradients() {
    return Arrays.stream(descents).map(Math::abs).toArray();
  }

  @Override
  public double halfDeviance() {
    return logits.loss();
  }

  @Override
  public boolean exhausted() {
    return logits.variance() <= BinomialSample.LEAST_VARIANCE;
  }
}
