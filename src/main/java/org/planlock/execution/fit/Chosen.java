package org.planlock.execution.fit;

import java.util.Optional;
import org.planlock.execution.result.SelectedCell;
import org.planlock.stats.tuning.Selected;

/**
 * The cell that was chosen, by its place in the grid.
 *
 * @param line 0-based line
 * @param index 0-based position of lambda in that line
 */
record Chosen(SelectedCell cell, int line, int index) {
  /** What a rule took. */
  static Chosen of(Selected selected, StrengthGrid grid, boolean relaxed) {
    var cell = selected.cell();
    return new Chosen(
        new SelectedCell(
            cell.l1Ratio(),
            gamma(grid, cell.line(), relaxed),
            cell.lambda(),
            cell.error(),
            selected.candidates(),
            FitTrace.words(selected.edges())),
        cell.line(),
        cell.index());
  }

  static Optional<Double> gamma(StrengthGrid grid, int line, boolean relaxed) {
    return relaxed ? Optional.of(grid.tuning().lines().get(line).gamma()) : Optional.empty();
  }

  /** The fit of all rows at this cell. */
  FinalFit fit(StrengthGrid grid) {
    return FinalFit.of(grid.paths().get(line).fits().get(index));
  }
}
