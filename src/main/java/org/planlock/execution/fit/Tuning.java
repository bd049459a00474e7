package org.planlock.execution.fit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.planlock.stats.FoldAssignment;
import org.planlock.stats.Labour;
import org.planlock.stats.Sample;
import org.planlock.stats.elasticnet.PathSolver;
import org.planlock.stats.tuning.Aggregation;
import org.planlock.stats.tuning.Cell;
import org.planlock.stats.tuning.CrossValidation;
import org.planlock.stats.tuning.CvTable;
import org.planlock.stats.tuning.FoldPreparation;
import org.planlock.stats.tuning.Loss;
import org.planlock.stats.tuning.Selected;
import org.planlock.stats.tuning.SelectionRule;

/**
 * Cross-validates a grid and takes its cell.
 *
 * @param rule how a cell is taken; none where there is only one
 * @param inTurn whether lambda is taken within each l1Ratio first
 */
record Tuning(
    PathSolver solver,
    Aggregation aggregation,
    Loss loss,
    Optional<SelectionRule> rule,
    boolean inTurn) {

  /** The same with another solver. */
  Tuning with(PathSolver other) {
    return new Tuning(other, aggregation, loss, rule, inTurn);
  }

  /** Errors count by the weights of the rows. */
  CvTable table(
      StrengthGrid grid,
      List<FoldAssignment> folds,
      Sample rows,
      FoldPreparation preparation,
      Labour labour) {
    return new CrossValidation(solver, grid.strengths(), grid.tuning(), aggregation, loss)
        .evaluate(folds, rows.outcome().toArray(), rows.weights().toArray(), preparation, labour);
  }

  Selected select(CvTable table) {
    return rule.map(known -> inTurn ? new ChoiceInTurn(known, table).select() : known.select(table))
        .orElseGet(() -> new Selected(Cell.of(table, 0, 0), 1, Set.of()));
  }
}
