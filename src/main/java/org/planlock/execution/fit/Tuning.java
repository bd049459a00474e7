package org.planlock.execution.fit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planlock.stats.Aggregation;
import org.planlock.stats.Cell;
import org.planlock.stats.CrossValidation;
import org.planlock.stats.CvTable;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Labour;
import org.planlock.stats.PathSolver;
import org.planlock.stats.Sample;
import org.planlock.stats.Selected;
import org.planlock.stats.SelectionRule;
import org.planlock.stats.TuningGrid;

/**
 * Cross-validates a grid and takes its cell.
 *
 * @param rule how a cell is taken; none where there is only one
 */
record Tuning(PathSolver solver, Aggregation aggregation, Optional<SelectionRule> rule) {

  /** Errors count by the weights of the rows. */
  CvTable table(
      TuningGrid grid, List<FoldAssignment> folds, Sample rows, FoldSource source, Labour labour) {
    return new CrossValidation(solver, grid, aggregation)
        .evaluate(folds, rows.outcome().toArray(), rows.weights().toArray(), source, labour);
  }

  Selected select(CvTable table) {
    return rule.map(known -> known.select(table))
        .orElseGet(
            () -> {
              var line = table.grid().lines().get(0);
              var only =
                  new Cell(
                      0, 0, line.l1Ratio(), line.lambdas().at(0), table.mse(0, 0), table.se(0, 0));
              return new Selected(only, 1, Set.of());
            });
  }
}
