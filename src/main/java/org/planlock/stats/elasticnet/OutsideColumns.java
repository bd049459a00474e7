package org.planlock.stats.elasticnet;

import java.util.Arrays;

/**
 * The columns that are not members of a working set: watches whether one of them belongs to the
 * optimum, and makes it a member if so.
 */
final class OutsideColumns {
  /** From so many columns on, those outside are not looked at one by one. */
  private static final int MANY_COLUMNS = 500;

  /** With the worst offender those come in that offend by at least this share of it. */
  static final double SHARE_OF_WORST = 0.1;

  private final WorkingSet set;
  private final UnitPenalty penalty;
  private final UnitLimits limits;
  private final ColumnScreen screen;
  private final MemberProducts products;
  private final boolean screened;
  private int place;
  private int[] found = new int[16];
  private double[] gaps = new double[16];
  private double[] foundProducts = new double[16];
  private int count;

  OutsideColumns(UnitProblem problem, UnitPenalty penalty, UnitLimits limits, ColumnScreen screen) {
    screened = problem.count() >= MANY_COLUMNS;
    set = screened ? WorkingSet.empty(problem) : WorkingSet.ofAll(problem);
    this.penalty = penalty;
    this.limits = limits;
    this.screen = screen;
    products = new MemberProducts(set);
  }

  WorkingSet set() {
    return set;
  }

  MemberProducts products() {
    return products;
  }

  /** Says at which place of the path the next looks are. */
  void moveTo(int k) {
    place = k;
  }

  /** Makes members of the columns that no penalty holds at 0. */
  void enterUnpenalised() {
    var problem = set.problem();
    for (int j = 0; j < problem.count(); j++) {
      int position = set.positionOf(j);
      if (!penalty.droppable(j) && (position < 0 || position >= set.members())) {
        if (position < 0) {
          set.add(j, 0);
        }
        set.admit(set.positionOf(j));
        products.refreshMembers();
      }
    }
  }

  /** Makes members of the columns that offend by more than the threshold, if any does. */
  void look(double lambda, double threshold) {
    gather(lambda);
    double worst = threshold;
    for (int k = 0; k < count; k++) {
      worst = Math.max(worst, gaps[k]);
    }
    double enough = Math.max(threshold, SHARE_OF_WORST * worst);
    for (int k = 0; k < count; k++) {
      if (gaps[k] > enough) {
        if (set.positionOf(found[k]) < 0) {
          set.add(found[k], foundProducts[k]);
        }
        set.admit(set.positionOf(found[k]));
      }
    }
  }

  /** Largest gap of a column outside, at the coefficients of the last look. */
  double worst() {
    double worst = 0;
    for (int k = 0; k < count; k++) {
      int position = set.positionOf(found[k]);
      if (position < 0 || position >= set.members()) {
        worst = Math.max(worst, gaps[k]);
      }
    }
    return worst;
  }

  private void gather(double lambda) {
    count = 0;
    double level = penalty.level(lambda);
    if (screened) {
      screen.look(set, place);
      screen.beyond(set, level, penalty, (column, product) -> note(column, product, level));
      return;
    }
    products.refreshCandidates();
    for (int position = set.members(); position < set.size(); position++) {
      note(set.columnAt(position), set.gradient[position], level);
    }
  }

  private void note(int column, double product, double level) {
    double gap = OptimalityGap.of(0, product, level * penalty.absolute(column), limits, column);
    if (gap > 0) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
        gaps = Arrays.copyOf(gaps, 2 * count);
        foundProducts = Arrays.copyOf(foundProducts, 2 * count);
      }
      found[count] = column;
      gaps[count] = gap;
      foundProducts[count++] = product;
    }
  }
}
