package org.planlock.stats.tuning;

import java.util.List;
import org.planlock.stats.DoubleVector;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.elasticnet.TuningGrid;

/** Cross-validated predictions and errors of every cell of a tuning grid. */
public final class CvTable {
  private final TuningGrid grid;
  private final double[][][][] predictions;
  private final double[][] error;
  private final double[][] se;
  private final double worstViolation;
  private final int unconverged;

  CvTable(
      TuningGrid grid,
      Loss loss,
      Aggregation aggregation,
      List<FoldAssignment> repeats,
      double[] outcome,
      double[] weights,
      List<FoldPredictions> pieces) {
    this.grid = grid;
    predictions = gather(repeats.size(), outcome.length, pieces);
    var errors = new CellErrors(loss, aggregation, repeats, outcome.clone(), weights.clone());
    int lines = grid.lines().size();
    error = new double[lines][];
    se = new double[lines][];
    for (int line = 0; line < lines; line++) {
      int cells = grid.lines().get(line).lambdas().size();
      error[line] = new double[cells];
      se[line] = new double[cells];
      for (int k = 0; k < cells; k++) {
        var cell = errors.of(predictionsByRepeat(line, k));
        error[line][k] = cell.mean();
        se[line][k] = cell.standardError();
      }
    }
    worstViolation = pieces.stream().mapToDouble(FoldPredictions::worstViolation).max().orElse(0);
    unconverged = pieces.stream().mapToInt(FoldPredictions::unconverged).sum();
  }

  /** The cells, in the order of the indices below. */
  public TuningGrid grid() {
    return grid;
  }

  /** Mean loss of a cell; squared outcome units for squared errors. */
  public double error(int line, int lambda) {
    return error[line][lambda];
  }

  /** Mean losses of one line. */
  public DoubleVector error(int line) {
    return DoubleVector.of(error[line]);
  }

  /**
   * Standard error of a cell's mean loss: root of the weighted mean of (error - error)^2 over (N -
   * 1), N rows or folds. Source: glmnet's cvsd.
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
    return DoubleVector.of(mean);
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
    pieces.forEach(piece -> piece.scatterInto(gathered, grid));
    return gathered;
  }
}
