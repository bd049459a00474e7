package org.planlock.stats.elasticnet;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A shared sample without some of its rows, at the unit scale of the rows that are kept, made
 * without copying the sample. With W the share of weight that is kept and z the shared columns,
 *
 * <p>spread_j = z_j'z_j / W - sum_r a_rj^2, e_j = 1 / root(spread_j), G_jk = e_j e_k (z_j'z_k / W -
 * sum_r a_rj a_rk),
 *
 * <p>where the rows a_r are z_i / root(W) for each row i left out, and (if there is an intercept)
 * the shift of the means, -sum_i root(w_i) z_i / W. For a single row left out beside an intercept
 * both collapse into the one vector z_i / W. This is the downdating formula for means and
 * cross-products: Chan, Golub, LeVeque 1983, Am Stat 37:242, eq. 2.1, taken backwards.
 */
final class LeftOutRows extends UnitProblem {
  /** Below this share of its variance a column keeps too few digits to be downdated. */
  private static final double SMALLEST_SHARE = 1e-3;

  private final UnitSample shared;
  private final int keptRows;
  private final int[] columns;
  private final double kept;
  private final double[][] downdates;
  private final double[] inverseSpread;
  private final double[] shift;
  private final double[] sdRatio;
  private final double[] moments;
  private final double[] keptRoots;
  private final double outcomeScale;
  private final double outcomeShift;

  private LeftOutRows(UnitSample shared, Downdate downdate, int[] columns) {
    this.shared = shared;
    this.keptRows = downdate.keptRows();
    this.columns = columns;
    this.kept = downdate.kept();
    this.keptRoots = downdate.keptRoots();
    this.outcomeScale = 1 / Math.sqrt(downdate.outcomeSpread());
    this.outcomeShift = downdate.outcomeShift();
    downdates = new double[downdate.count()][columns.length];
    inverseSpread = new double[columns.length];
    shift = new double[columns.length];
    sdRatio = new double[columns.length];
    moments = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      int j = columns[k];
      inverseSpread[k] = 1 / Math.sqrt(downdate.spread(j));
      shift[k] = downdate.shift(j);
      sdRatio[k] = Math.sqrt(downdate.sdShare(j));
      double moment = shared.moments()[j] / kept;
      for (int r = 0; r < downdates.length; r++) {
        downdates[r][k] = downdate.row(r)[j];
        moment -= downdate.row(r)[j] * downdate.outcome(r);
      }
      moments[k] = moment * inverseSpread[k] * outcomeScale;
    }
  }

  /**
   * The problem of the kept rows; nothing where downdating would lose digits, so that the kept rows
   * have to be scaled anew.
   *
   * @param constant whether a column of the sample has one value on the kept rows
   */
  static Optional<UnitProblem> of(
      UnitSample shared, boolean centred, int[] keptRows, IntPredicate constant) {
    var downdate = Downdate.of(shared, centred, keptRows);
    if (!(downdate.outcomeSpread() * downdate.kept() > SMALLEST_SHARE)) {
      return Optional.empty();
    }
    var columns =
        IntStream.range(0, shared.count()).filter(j -> !constant.test(shared.index(j))).toArray();
    for (int j : columns) {
      if (!(downdate.spread(j) * downdate.kept() > SMALLEST_SHARE)) {
        return Optional.empty();
      }
    }
    return Optional.of(new LeftOutRows(shared, downdate, columns));
  }

  @Override
  int count() {
    return columns.length;
  }

  @Override
  int index(int column) {
    return shared.index(columns[column]);
  }

  @Override
  double centre(int column) {
    int j = columns[column];
    return shared.centre(j) + shared.size(j) * shift[column];
  }

  @Override
  double size(int column) {
    return shared.size(columns[column]) / inverseSpread[column];
  }

  @Override
  double sd(int column) {
    return size(column) * sdRatio[column];
  }

  @Override
  int rows() {
    return keptRows;
  }

  @Override
  int given() {
    return shared.given();
  }

  @Override
  double outcomeCentre() {
    return shared.outcomeCentre() + shared.outcomeSize() * outcomeShift;
  }

  @Override
  double outcomeSize() {
    return shared.outcomeSize() / outcomeScale;
  }

  @Override
  boolean flat() {
    return false;
  }

  @Override
  double[] moments() {
    return moments;
  }

  @Override
  void gramInto(int column, int[] wanted, int from, int to, double[] target) {
    var row = shared.gramRow(columns[column]);
    for (int k = from; k < to; k++) {
      target[k] = row[columns[wanted[k]]] / kept;
    }
    for (var downdate : downdates) {
      double factor = downdate[column];
      for (int k = from; k < to; k++) {
        target[k] -= factor * downdate[wanted[k]];
      }
    }
    double scale = inverseSpread[column];
    for (int k = from; k < to; k++) {
      target[k] *= scale * inverseSpread[wanted[k]];
    }
  }

  @Override
  UnitSample shared() {
    return shared;
  }

  @Override
  int sharedColumn(int column) {
    return columns[column];
  }

  @Override
  double scale(int column) {
    return inverseSpread[column] / Math.sqrt(kept);
  }

  @Override
  void column(int column, double[] into) {
    double scale = inverseSpread[column] / Math.sqrt(kept);
    double centre = inverseSpread[column] * shift[column];
    var values = shared.values(columns[column]);
    for (int i = 0; i < into.length; i++) {
      into[i] = keptRoots[i] == 0 ? 0 : scale * values[i] - keptRoots[i] * centre;
    }
  }

  @Override
  void residual(int[] members, double[] coefficients, int size, double[] into) {
    double centre = outcomeShift * outcomeScale;
    double root = Math.sqrt(kept);
    var factors = new double[size];
    var values = new double[size][];
    for (int i = 0; i < into.length; i++) {
      into[i] = shared.outcome(i) * outcomeScale / root;
    }
    for (int t = 0; t < size; t++) {
      double coefficient = coefficients[t] * inverseSpread[members[t]];
      centre -= coefficient * shift[members[t]];
      factors[t] = coefficient / root;
      values[t] = shared.values(columns[members[t]]);
    }
    RowKernels.subtract(into, factors, values, size, 0, into.length);
    for (int i = 0; i < into.length; i++) {
      into[i] = keptRoots[i] == 0 ? 0 : into[i] - keptRoots[i] * centre;
    }
  }
}
