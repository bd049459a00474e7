package org.planlock.execution.prepare;

import java.util.Optional;
import org.planlock.execution.sample.Column;
import org.planlock.plan.prepare.Product.State;

/**
 * A column on its way through the steps, with what it was before each kind of step.
 *
 * @param raw as first formed, coded or imputed
 * @param residual after a residualisation, or formed from residuals
 * @param unscaled before the first scaling
 * @param current as it is now
 */
record ColumnState(
    Column raw, Optional<Column> residual, Optional<Column> unscaled, Column current) {

  static ColumnState formed(Column column) {
    return new ColumnState(column, Optional.empty(), Optional.empty(), column);
  }

  static ColumnState formedFromResiduals(Column column) {
    return new ColumnState(column, Optional.of(column), Optional.empty(), column);
  }

  ColumnState residualised(Column column) {
    return new ColumnState(raw, Optional.of(column), unscaled, column);
  }

  ColumnState imputed(Column column) {
    boolean asFormed = current.equals(raw);
    boolean asResidual = residual.filter(current::equals).isPresent();
    return new ColumnState(
        asFormed ? column : raw, asResidual ? Optional.of(column) : residual, unscaled, column);
  }

  ColumnState scaled(Column column) {
    return new ColumnState(raw, residual, unscaled.or(() -> Optional.of(current)), column);
  }

  /** The column in a state; empty if it was never in it. */
  Optional<Column> in(State state) {
    return switch (state) {
      case RAW -> Optional.of(raw);
      case RESIDUAL -> residual;
      case SCALED -> unscaled.isPresent() ? Optional.of(current) : Optional.empty();
      case UNSCALED -> unscaled.or(() -> Optional.of(current));
    };
  }
}
