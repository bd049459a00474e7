package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * glmnet's own way to a logistic fit: Newton steps, each a weighted least-squares problem that
 * cyclic coordinate descent on a strong set of columns solves until a pass changes little. Source:
 * Friedman, Hastie, Tibshirani 2010, J Stat Softw 33(1), section 3; strong set: Tibshirani et al.
 * 2012, JRSS-B 74:245; stopping rules and caps: R glmnet 4.1-6, {@code type.logistic = "Newton"}.
 */
final class BinomialDescent implements BinomialPoint {
  /** Beyond this logit a probability counts as 0 or 1, so that no coefficient wanders off. */
  private static final double LARGEST_LOGIT = StrictMath.log(1 / BinomialSample.SMALLEST_SHARE - 1);

  private final BinomialSample sample;
  private final double l1Ratio;
  private final LogitPenalty penalty;
  private final double threshold;
  private final int maxPasses;
  private final double[] coefficients;
  private final double[] before;
  private final double[] squares;
  private final double[] gradients;
  private final boolean[] strong;
  private final boolean[] active;
  private final int[] order;
  private int entered;
  private double constant;
  private double constantBefore;
  private final double[] scratch;
  private final double[] logits;
  private final double[] shares;
  private final double[] curvature;
  private final double[] residual;
  private double variance;
  private double change;
  private int passes;
  private int passesBefore;
  private boolean capped;

  BinomialDescent(BinomialSample sample, double l1Ratio, Stopping stopping) {
    this.sample = sample;
    this.l1Ratio = l1Ratio;
    penalty = new LogitPenalty(sample, l1Ratio);
    maxPasses = stopping.maxPasses();
    int count = sample.count();
    coefficients = new double[count];
    before = new double[count];
    squares = new double[count];
    gradients = new double[count];
    strong = new boolean[count];
    active = new boolean[count];
    order = new int[count];
    scratch = new double[sample.rows()];
    logits = new double[sample.rows()];
    shares = new double[sample.rows()];
    curvature = new double[sample.rows()];
    residual = new double[sample.rows()];
    threshold = stopping.threshold() * startFromNothing();
  }

  /** The fit without columns; returns its half deviance per weight. */
  private double startFromNothing() {
    double share = sample.intercept ? sample.share() : 0.5;
    constant = sample.intercept ? StrictMath.log(share / (1 - share)) : 0;
    variance = share * (1 - share);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = share;
      curvature[i] = variance * sample.weights[i];
      residual[i] = sample.weights[i] * (sample.outcome[i] - share);
    }
    for (int j = 0; j < gradients.length; j++) {
      gradients[j] = Math.abs(DotKernels.one(residual, sample.column(j), 0, residual.length));
    }
    return halfDeviance() - sample.saturated();
  }

  @Override
  public void advance(double lambda, double previous) {
    passesBefore = passes;
    if (capped || variance == 0) {
      return;
    }
    penalty.strength(lambda);
    double reach = l1Ratio * (2 * lambda - previous);
    for (int j = 0; j < strong.length; j++) {
      strong[j] |= gradients[j] > reach * sample.factor(j);
    }
    do {
      remember();
      descend();
    } while (!capped && !stepWasLast());
  }

  private void remember() {
    constantBefore = constant;
    for (int a = 0; a < entered; a++) {
      before[order[a]] = coefficients[order[a]];
    }
    for (int j = 0; j < strong.length; j++) {
      if (strong[j]) {
        squares[j] = weightedSquare(sample.column(j));
      }
    }
  }

  private double weightedSquare(double[] column) {
    for (int i = 0; i < column.length; i++) {
      scratch[i] = curvature[i] * column[i];
    }
    return DotKernels.one(scratch, column, 0, scratch.length);
  }

  /** Passes over the strong set, and in between over what has entered, until one changes little. */
  private void descend() {
    boolean settled = passOverStrong();
    while (!settled && !capped) {
      settled = passOverActive() && passOverStrong();
    }
  }

  private boolean passOverStrong() {
    change = 0;
    for (int j = 0; j < strong.length; j++) {
      if (strong[j] && update(j) && !active[j]) {
        active[j] = true;
        order[entered++] = j;
      }
    }
    return endOfPass();
  }

  private boolean passOverActive() {
    change = 0;
    for (int a = 0; a < entered; a++) {
      update(order[a]);
    }
    return endOfPass();
  }

  private boolean endOfPass() {
    passes++;
    updateConstant();
    boolean small = change < threshold;
    capped = !small && passes > maxPasses;
    return small;
  }

  /** Minimises over one coefficient; true if it changed. */
  private boolean update(int j) {
    var column = sample.column(j);
    double old = coefficients[j];
    double pull = DotKernels.one(residual, column, 0, residual.length) + old * squares[j];
    double beyond = Math.abs(pull) - penalty.slope(j);
    double bend = squares[j] + penalty.curvature(j);
    if (beyond > 0 && bend == 0) {
      return false;
    }
    coefficients[j] = beyond > 0 ? sample.held(j, Math.copySign(beyond, pull) / bend) : 0;
    if (coefficients[j] == old) {
      return false;
    }
    double step = coefficients[j] - old;
    change = Math.max(change, squares[j] * step * step);
    for (int i = 0; i < residual.length; i++) {
      residual[i] -= step * (curvature[i] * column[i]);
    }
    return true;
  }

  private void updateConstant() {
    if (!sample.intercept) {
      return;
    }
    double sum = 0;
    for (double part : residual) {
      sum += part;
    }
    double step = sum / variance;
    if (step == 0) {
      return;
    }
    constant += step;
    change = Math.max(change, variance * step * step);
    for (int i = 0; i < residual.length; i++) {
      residual[i] -= step * curvature[i];
    }
  }

  /** Takes the Newton step; true if it changed little and no column outside wants to enter. */
  private boolean stepWasLast() {
    relinearise();
    if (exhausted()) {
      return true;
    }
    for (int i = 0; i < residual.length; i++) {
      residual[i] = sample.weights[i] * (sample.outcome[i] - shares[i]);
    }
    if (moved()) {
      capped = passes > maxPasses;
      return capped;
    }
    boolean complete = true;
    for (int j = 0; j < strong.length; j++) {
      if (!strong[j]) {
        gradients[j] = Math.abs(DotKernels.one(residual, sample.column(j), 0, residual.length));
        strong[j] = gradients[j] > penalty.slope(j);
        complete &= !strong[j];
      }
    }
    capped = !complete && passes > maxPasses;
    return complete || capped;
  }

  private void relinearise() {
    Arrays.fill(logits, constant);
    for (int a = 0; a < entered; a++) {
      var column = sample.column(order[a]);
      double coefficient = coefficients[order[a]];
      for (int i = 0; i < logits.length; i++) {
        logits[i] += coefficient * column[i];
      }
    }
    variance = 0;
    for (int i = 0; i < shares.length; i++) {
      if (logits[i] < -LARGEST_LOGIT) {
        shares[i] = 0;
      } else if (logits[i] > LARGEST_LOGIT) {
        shares[i] = 1;
      } else {
        shares[i] = 1 / (1 + StrictMath.exp(-logits[i]));
      }
      curvature[i] = sample.weights[i] * shares[i] * (1 - shares[i]);
      variance += curvature[i];
    }
  }

  private boolean moved() {
    double step = constant - constantBefore;
    if (variance * step * step > threshold) {
      return true;
    }
    for (int a = 0; a < entered; a++) {
      int j = order[a];
      double moved = coefficients[j] - before[j];
      if (squares[j] * moved * moved > threshold) {
        return true;
      }
    }
    return false;
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
    return passes - passesBefore;
  }

  @Override
  public boolean converged() {
    return !capped;
  }

  @Override
  public double[] gradients() {
    return gradients.clone();
  }

  @Override
  public double halfDeviance() {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      double y = sample.outcome[i];
      sum -= y > 0 ? sample.weights[i] * y * StrictMath.log(inside(shares[i])) : 0;
      sum -= y < 1 ? sample.weights[i] * (1 - y) * StrictMath.log(1 - inside(shares[i])) : 0;
    }
    return sum;
  }

  private static double inside(double share) {
    return Math.min(
        Math.max(share, BinomialSample.SMALLEST_SHARE), 1 - BinomialSample.SMALLEST_SHARE);
  }

  @Override
  public boolean exhausted() {
    return variance <= BinomialSample.LEAST_VARIANCE;
  }
}
