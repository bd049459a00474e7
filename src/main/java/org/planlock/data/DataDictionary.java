package org.planlock.data;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.planlock.source.Span;

/** What a BIDS data dictionary (the JSON file beside a table) says about columns. */
public record DataDictionary(String name, Map<String, Entry> columns) {
  public DataDictionary {
    columns = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(columns));
  }

  /**
   * What it says about one column.
   *
   * @param levels each level with its meaning, in file order; empty: none listed
   */
  public record Entry(
      Span place,
      Optional<String> description,
      Optional<String> units,
      Map<String, String> levels,
      OptionalDouble minimum,
      OptionalDouble maximum) {
    public Entry {
      levels = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(levels));
    }
  }

  /** What it says about a column. */
  public Optional<Entry> column(String column) {
    return Optional.ofNullable(columns.get(column));
  }
}
