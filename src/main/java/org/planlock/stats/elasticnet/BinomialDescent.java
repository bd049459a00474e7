package org.planlock.stats.elasticnet;

/**
 * glmnet's own way to a logistic fit: Newton steps, each a weighted least-squares problem that
 * cyclic coordinate descent on a strong set of columns solves until a pass changes little. Source:
 * Friedman, Hastie, Tibshirani 2010, J Stat Softw 33(1), section 3; strong set: Tibshirani et al.
 * 2012, JRSS-B 74:245; stopping rules and caps: R glmnet 4.1-6, {@code type.logistic = "Newton"}.
 */
final class BinomialDescent implements BinomialPoint {
  private final BinomialSample sample;
  private final CappedLogits rows;
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
  private double change;
  private int passes;
  private int passesBefore;
  private boolean capped;

  BinomialDescent(BinomialSample sample, double l1Ratio, Stopping stopping) {
    this.sample = sample;
    rows = new CappedLogits(sample);
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
    threshold = stopping.threshold() * startFromNothing();
  }

  /** The fit without columns; returns its half deviance per weight. */
  private double startFromNothing() {
    double share = sample.intercept ? sample.share() : 0.5;
    constant = sample.intercept ? StrictMath.log(share / (1 - share)) : 0;
    rows.allAlike(share);
    for (int j = 0; j < gradients.length; j++) {
      gradients[j] = Math.abs(rows.pull(j));
    }
    return halfDeviance() - sample.saturated();
  }

  @Override
  public void advance(double lambda, double previous) {
    passesBefore = passes;
    if (capped || rows.variance() == 0) {
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
        squares[j] = rows.weightedSquare(j);
      }
    }
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
    double old = coefficients[j];
    double pull = rows.pull(j) + old * squares[j];
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
    rows.move(j, step);
    return true;
  }

  private void updateConstant() {
    if (!sample.intercept) {
      return;
    }
    double step = rows.sumOfResiduals() / rows.variance();
    if (step == 0) {
      return;
    }
    constant += step;
    change = Math.max(change, rows.variance() * step * step);
    rows.moveConstant(step);
  }

  /** Takes the Newton step; true if it changed little and no column outside wants to enter. */
  private boolean stepWasLast() {
    rows.relinearise(constant, coefficients, order, entered);
    if (exhausted()) {
      return true;
    }
    rows.restoreResidual();
    if (moved()) {
      capped = passes > maxPasses;
      return capped;
    }
    boolean complete = true;
    for (int j = 0; j < strong.length; j++) {
      if (!strong[j]) {
        gradients[j] = Math.abs(rows.pull(j));
        strong[j] = gradients[j] > penalty.slope(j);
        complete &= !strong[j];
      }
    }
    capped = !complete && passes > maxPasses;
    return complete || capped;
  }

  private boolean moved() {
    double step = constant - constantBefore;
    if (rows.variance() * step * step > threshold) {
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
    return rows.halfDeviance();
  }

  @Override
  public boolean exhausted() {
    return rows.variance() <= BinomialSample.LEAST_VARIANCE;
  }
}
