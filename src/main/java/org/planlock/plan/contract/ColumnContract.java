package org.planlock.plan.contract;

import java.util.List;
import java.util.Optional;
import org.planlock.plan.value.Decimal;
import org.planlock.plan.value.Declared;
import org.planlock.plan.value.Technical;
import org.planlock.plan.value.Words;

/** One column: its table, type, range or levels, unit, and where it comes from. */
public record ColumnContract(
    String name,
    String table,
    Optional<ColumnType> type,
    List<Decimal> range,
    List<String> levels,
    Declared<String> reference,
    Declared<Coding> code,
    Declared<String> unit,
    List<String> missing,
    Declared<String> instrument,
    Declared<String> version,
    Declared<String> score,
    Declared<Integer> items,
    Declared<Words> rater,
    @Technical("false") boolean sealed) {

  /** What the cells hold. */
  public enum ColumnType {
    NUMBER,
    INTEGER,
    TEXT
  }

  /**
   * How levels become numbers: reference level first, so {@code dummy 0, 1} gives the reference 0.
   */
  public record Coding(List<Decimal> dummy, List<Decimal> effect) {}
}
