package org.planlock.stats.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.FittedPath;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.elasticnet.Strengths;
import org.planlock.stats.elasticnet.TuningGrid;

/**
 * Penalised paths of a whole sample together with the cross-validated error of each of their fits:
 * what R's {@code cv.glmnet} does, for every l1Ratio at once.
 *
 * @param solver how paths are fitted
 * @param strengths at which strengths, for the whole sample and for every fold
 * @param aggregation how losses of rows become the error of a cell
 * @param loss what a wrong prediction costs
 */
public record CrossValidatedNet(
    PathSolver solver, Strengths strengths, Aggregation aggregation, Loss loss) {

  /** Squared errors, averaged over rows. */
  public CrossValidatedNet(PathSolver solver, Strengths strengths) {
    this(solver, strengths, Aggregation.ROWS, Loss.SQUARED_ERROR);
  }

  /** The same with another way from losses to an error. */
  public CrossValidatedNet aggregation(Aggregation by) {
    return new CrossValidatedNet(solver, strengths, by, loss);
  }

  /** The same with another loss. */
  public CrossValidatedNet loss(Loss of) {
    return new CrossValidatedNet(solver, strengths, aggregation, of);
  }

  /**
   * Fits the whole sample, and again without each fold: as many pieces of work as there are folds,
   * and one. The columns are taken as they are: nothing but the solver's own scaling is learnt
   * inside a fold.
   */
  public CrossValidatedPaths evaluate(Sample sample, FoldAssignment folds, Labour labour) {
    return evaluate(sample, List.of(folds), labour);
  }

  /** The same with errors averaged over repeated assignments. */
  public CrossValidatedPaths evaluate(Sample sample, List<FoldAssignment> repeats, Labour labour) {
    var work =
        new FoldWork(solver, strengths, repeats, sample.rows(), FoldPreparation.splitting(sample));
    var paths = new ArrayList<FittedPath>();
    var pieces =
        labour.inOrder(
            1 + work.count(),
            piece -> {
              if (piece > 0) {
                return Optional.of(work.piece(piece - 1));
              }
              paths.addAll(solver.paths(sample, strengths));
              return Optional.<FoldPredictions>empty();
            });
    var table =
        new CvTable(
            new TuningGrid(paths.stream().map(FittedPath::line).toList()),
            loss,
            aggregation,
            repeats,
            sample.outcome().toArray(),
            sample.weights().toArray(),
            pieces.stream().flatMap(Optional::stream).toList());
    return new CrossValidatedPaths(paths, table);
  }
}
