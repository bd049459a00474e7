package org.planlock.execution.fit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.planlock.diagnostic.Checked;
import org.planlock.plan.fit.ModelSpec;
import org.planlock.plan.fit.Selection;
import org.planlock.plan.fit.Ties;
import org.planlock.plan.fit.Validation;
import org.planlock.plan.value.Tolerance;
import org.planlock.stats.tuning.Aggregation;
import org.planlock.stats.tuning.Loss;
import org.planlock.stats.tuning.Preference;
import org.planlock.stats.tuning.SelectionRule;
import org.planlock.stats.tuning.TieTolerance;

/** How the plan takes one cell of a grid, as the numbers' room takes it. */
final class CellChoice {
  private CellChoice() {}

  /** The registered rule; where ties do not apply, cells count in the order of the grid. */
  static Checked<SelectionRule> rule(ModelSpec modelSpec, Validation validation) {
    var needed = new Needed(modelSpec.name());
    var selection = needed.stated(validation.select(), "validate", "select");
    var ties = needed.unlessOpen(validation.ties(), "validate", "ties");
    if (!needed.found().isEmpty()) {
      return Checked.failed(needed.found());
    }
    return Checked.of(
        new SelectionRule(
            criterion(selection.orElseThrow()),
            ties.map(Ties::within).map(CellChoice::tolerance).orElse(TieTolerance.absolute(0)),
            ties.map(Ties::prefer).orElse(List.of()).stream()
                .map(preference -> Preference.valueOf(preference.name()))
                .toList()));
  }

  /** Over what losses are averaged. */
  static Checked<Aggregation> aggregation(ModelSpec modelSpec, Validation validation) {
    var needed = new Needed(modelSpec.name());
    var loss = needed.stated(validation.loss(), "validate", "loss");
    return loss.isEmpty()
        ? Checked.failed(needed.found())
        : Checked.of(
            switch (loss.get().aggregate()) {
              case ROWS -> Aggregation.ROWS;
              case FOLDS -> Aggregation.FOLDS;
              case FOLDS_BY_WEIGHT -> Aggregation.FOLDS_BY_WEIGHT;
            });
  }

  /** What one wrong prediction costs. */
  static Loss loss(Optional<Validation> validation) {
    return validation
        .flatMap(stated -> stated.loss().stated())
        .map(stated -> Loss.valueOf(stated.of().name()))
        .orElse(Loss.SQUARED_ERROR);
  }

  /** Whether lambda is chosen within each l1Ratio first. */
  static boolean inTurn(Optional<Validation> validation) {
    return validation.flatMap(stated -> stated.select().stated()).stream()
        .flatMap(
            select -> Stream.concat(select.minimum().stream(), select.oneStandardError().stream()))
        .anyMatch(Selection.Jointly.IN_TURN::equals);
  }

  private static SelectionRule.Criterion criterion(Selection selection) {
    return selection.oneStandardError().isPresent()
        ? SelectionRule.Criterion.ONE_STANDARD_ERROR
        : SelectionRule.Criterion.MINIMUM;
  }

  private static TieTolerance tolerance(Tolerance tolerance) {
    double within = tolerance.within().toDouble();
    return tolerance.kind() == Tolerance.Kind.RELATIVE
        ? TieTolerance.relative(within)
        : TieTolerance.absolute(within);
  }
}
