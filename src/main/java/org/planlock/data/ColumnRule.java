package org.planlock.data;

import java.util.List;
import java.util.Optional;

/**
 * What a plan promises about a column.
 *
 * @param levels the only texts that the column may hold, in the plan's order; empty: any
 * @param missingCodes the column's own missing codes; empty: those of the table
 */
public record ColumnRule(
    String name,
    ValueType type,
    Optional<Range> range,
    List<String> levels,
    Optional<String> unit,
    Optional<List<String>> missingCodes) {
  public ColumnRule {
    levels = List.copyOf(levels);
    missingCodes = missingCodes.map(List::copyOf);
    if (type == ValueType.TEXT ? range.isPresent() : !levels.isEmpty()) {
      throw new IllegalArgumentException("a range belongs to numbers, levels to text: " + name);
    }
  }

  /** A column of numbers without further conditions. */
  public static ColumnRule number(String name) {
    return of(name, ValueType.NUMBER, List.of());
  }

  /** A column of whole numbers. */
  public static ColumnRule integer(String name) {
    return of(name, ValueType.INTEGER, List.of());
  }

  /** A column of text; with levels, only of these. */
  public static ColumnRule text(String name, String... levels) {
    return of(name, ValueType.TEXT, List.of(levels));
  }

  private static ColumnRule of(String name, ValueType type, List<String> levels) {
    return new ColumnRule(name, type, Optional.empty(), levels, Optional.empty(), Optional.empty());
  }

  /** The same with a range. */
  public ColumnRule within(double low, double high) {
    return new ColumnRule(
        name, type, Optional.of(new Range(low, high)), levels, unit, missingCodes);
  }

  /** The same in a unit. */
  public ColumnRule in(String word) {
    return new ColumnRule(name, type, range, levels, Optional.of(word), missingCodes);
  }

  /** The same with its own missing codes. */
  public ColumnRule withMissing(String... codes) {
    return new ColumnRule(name, type, range, levels, unit, Optional.of(List.of(codes)));
  }

  List<String> missingIn(TableFormat format) {
    return missingCodes.orElse(format.missingCodes());
  }
}
