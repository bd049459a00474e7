package org.planlock.execution.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planlock.execution.result.Coefficients;
import org.planlock.execution.result.OtherSolve;
import org.planlock.execution.result.SelectedCell;

/**
 * Solves a penalised model once more by the way to the minimum that the plan does not register,
 * with everything else as registered, and says where that leads to another choice.
 */
final class OtherWay {
  /** Lambdas that differ by less are one. */
  private static final double SAME = 1e-9;

  private static final double USUAL_THRESHOLD = 1e-7;
  private static final MathContext SHOWN = new MathContext(4);

  private final FittingTask task;
  private final FitTrace trace;

  OtherWay(FittingTask task, FitTrace trace) {
    this.task = task;
    this.trace = trace;
  }

  /** The other choice; nothing where it is the same, or where that way does not converge. */
  Optional<OtherSolve> compared(
      Optional<SelectingLoop.Tables> validated, Chosen chosen, Coefficients coefficients) {
    return task.engine()
        .otherSolve()
        .flatMap(other -> attempted(task.with(other), validated, chosen, coefficients));
  }

  /** What cannot be fitted that way is no choice to compare with. */
  private Optional<OtherSolve> attempted(
      FittingTask other,
      Optional<SelectingLoop.Tables> validated,
      Chosen chosen,
      Coefficients coefficients) {
    try {
      return compared(other, validated, chosen, coefficients);
    } catch (RefusedException notThatWay) {
      return Optional.empty();
    }
  }

  private Optional<OtherSolve> compared(
      FittingTask other,
      Optional<SelectingLoop.Tables> validated,
      Chosen chosen,
      Coefficients coefficients) {
    var grid = other.engine().grid(other.gridRows());
    if (!grid.isSound() || grid.orThrow().unconverged() > 0) {
      return Optional.empty();
    }
    var loop = new SelectingLoop(other, trace);
    var table =
        validated.map(tables -> loop.table(tables.repeats(), tables.designs(), grid.orThrow()));
    if (table.filter(errors -> errors.unconverged() > 0).isPresent()) {
      return Optional.empty();
    }
    var choice = loop.cell(table, grid.orThrow());
    var there = nonzero(choice.fit(grid.orThrow()).named(task.columns()));
    return note(other, chosen.cell(), choice.cell(), nonzero(coefficients), there)
        .map(text -> new OtherSolve(other.engine().solveWord(), choice.cell(), there, text));
  }

  private static List<String> nonzero(Coefficients coefficients) {
    return coefficients.byTerm().entrySet().stream()
        .filter(term -> term.getValue() != 0)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  private Optional<String> note(
      FittingTask other,
      SelectedCell here,
      SelectedCell there,
      List<String> kept,
      List<String> keptThere) {
    var parts = new ArrayList<String>();
    if (!isSame(here, there)) {
      parts.add("would have selected " + cell(there) + " instead");
    }
    var more = keptThere.stream().filter(term -> !kept.contains(term)).toList();
    if (!more.isEmpty()) {
      parts.add("would have retained " + quoted(more) + " as well");
    }
    var fewer = kept.stream().filter(term -> !keptThere.contains(term)).toList();
    if (!fewer.isEmpty()) {
      parts.add("would not have retained " + quoted(fewer));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(subject(other) + " " + String.join(", and ", parts));
  }

  private static String subject(FittingTask other) {
    if (other.engine().solveWord().equals("exact")) {
      return "the exact optimum";
    }
    double threshold = other.engine().threshold();
    return threshold == USUAL_THRESHOLD
        ? "R's default tolerance"
        : "glmnet at threshold " + shown(threshold);
  }

  private static boolean isSame(SelectedCell here, SelectedCell there) {
    return here.l1Ratio() == there.l1Ratio()
        && here.gamma().equals(there.gamma())
        && Math.abs(here.lambda() - there.lambda()) <= SAME * here.lambda();
  }

  private static String cell(SelectedCell cell) {
    return "l1_ratio "
        + shown(cell.l1Ratio())
        + cell.gamma().map(gamma -> ", gamma " + shown(gamma)).orElse("")
        + ", lambda "
        + shown(cell.lambda());
  }

  private static String shown(double number) {
    return number == 0
        ? "0"
        : new BigDecimal(number).round(SHOWN).stripTrailingZeros().toString().replace("E", "e");
  }

  private static String quoted(List<String> terms) {
    return terms.stream().map(term -> "`" + term + "`").collect(Collectors.joining(", "));
  }
}
