package org.planlock.stats;

import java.util.List;

/** Cross-validated predictions and errors of every cell of a tuning grid. */
public final class CvTable {
  private final TuningGrid grid;
  private final double[][][][] predictions;
  private final double[][] mse;
  private final double[][] se;
  private final double worstViolation;
  private final int unconverged;

  CvTable(
      TuningGrid grid,
      Aggregation aggregation,
      List<FoldAssignment> repeats,
      double[] outcome,
      double[] weights,
      List<FoldPredictions> pieces) {
    this.grid = grid;
    predictions = gather(repeats.size(), outcome.length, pieces);
    var errors = new CellErrors(aggregation, repeats, outcome.clone(), weights.clone());
    int lines = grid.lines().size();
    mse = new double[lines][];
    se = new double[lines][];
    for (int line = 0; line < lines; line++) {
      int cells = grid.lines().get(line).lambdas().size();
      mse[line] = new double[cells];
      se[line] = new double[cells];
      for (int k = 0; k < cells; k++) {
        var error = errors.of(predictionsByRepeat(line, k));
        mse[line][k] = error.mean();
        se[line][k] = error.standardError();
      }
    }
    worstViolation = pieces.stream().mapToDouble(FoldPredictions::worstViolation).max().orElse(0);
    unconverged = pieces.stream().mapToInt(FoldPredictions::unconverged).sum();
  }

  /** The cells, in the order of the indices below. */
  public TuningGrid grid() {
    return grid;
  }

  /** Mean squared error of a cell, in squared outcome units. */
  public double mse(int line, int lambda) {
    return mse[line][lambda];
  }

  /** Mean squared errors of one line. */
  public DoubleVector mse(int line) {
    return DoubleVector.of(mse[line]);
  }

  /**
   * Standard error of a cell's mean squared error: root of the weighted mean of (error - mse)^2
   * over (N - 1), N rows or folds. Source: glmnet's cvsd.
   */
  public double se(int line, int lambda) {
    return se[line][lambda];
  }

  /** Standard errors of one line. */
  public DoubleVector se(int line) {
    return DoubleVector.of(se[line]);
  }

  /** Predictions of a cell in one repeat, one per row. */
  public DoubleVector predictions(int repeat, int line, int lambda) {
    return DoubleVector.of(predictions[repeat][line][lambda]);
  }

  /** Predictions of a cell averaged over repeats, one per row. */
  public DoubleVector predictions(int line, int lambda) {
    var byRepeat = predictionsByRepeat(line, lambda);
    var mean = new double[byRepeat[0].length];
    for (int i = 0; i < mean.length; i++) {
      for (var one : byRepeat) {
        mean[i] += one[i];
      }
      mean[i] /= byRepeat.length;
    }
    return DoubleVector.owning(mean);
  }

  /** Largest violation of the optimality conditions among all fold fits, at unit scale. */
  public double worstKktViolation() {
    return worstViolation;
  }

  /** How many fold fits did not converge. */
  public int unconverged() {
    return unconverged;
  }

  private double[][] predictionsByRepeat(int line, int lambda) {
    var byRepeat = new double[predictions.length][];
    for (int r = 0; r < byRepeat.length; r++) {
      byRepeat[r] = predictions[r][line][lambda];
    }
    return byRepeat;
  }

  private double[][][][] gather(int repeats, int rows, List<FoldPredictions> pieces) {
    var gathered = new double[repeats][grid.lines().size()][][];
    for (var byLine : gathered) {
      for (int line = 0; line < byLine.length; line++) {
        byLine[line] = new double[grid.lines().get(line).lambdas().size()][rows];
      }
    }
    pieces.forEach(piece -> piece.scatterInto(gathered));
    return gathered;
  }
}
